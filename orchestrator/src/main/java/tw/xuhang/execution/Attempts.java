package tw.xuhang.execution;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.StepStatus;

/** The attempts of a run that are open in a state. */
final class Attempts {

    private final String run;
    private final Runbook runbook;

    Attempts(String run, Runbook runbook) {
        this.run = run;
        this.runbook = runbook;
    }

    /** Those whose effect is, or should be, under way. */
    List<Attempt> underWay(RunState state) {
        return open(state, StepStatus.RUNNING);
    }

    Optional<Attempt> current(RunState state, String step) {
        StepState at = state.step(step);
        return at.attemptSeq() == 0 ? Optional.empty() : Optional.of(attempt(state, step, at));
    }

    /**
     * Those that were open before and are not any more, though their port has not said so: skipped, finished by hand,
     * timed out, called off or closed with the run.
     *
     * @param answered seqs of the attempts of which the port itself told how they stand
     */
    List<Attempt> left(RunState before, RunState after, Set<Long> answered) {
        return before.steps().entrySet().stream()
                .filter(e -> isOpen(e.getValue()) && step(e.getKey()).hasEffect())
                .filter(e -> !answered.contains(e.getValue().attemptSeq()))
                .filter(e -> !isOpen(after.step(e.getKey()))
                        || after.step(e.getKey()).attemptSeq() != e.getValue().attemptSeq())
                .map(e -> attempt(before, e.getKey(), e.getValue()))
                .toList();
    }

    /**
     * Tasks and requests that were put to people, and runs that were begun, at some time and are not waited for now:
     * some may still be open where an earlier life ended between the fact and taking them back.
     */
    List<Attempt> askedInVain(List<RunStore.Recorded> entries, RunState now) {
        var asked = new LinkedHashMap<Long, Attempt>();
        var newest = new HashMap<String, Long>();
        for (var recorded : entries) {
            if (recorded.entry() instanceof RunEntry.StepStarted start && asksOthers(step(start.step()))) {
                newest.put(start.step(), recorded.seq());
                asked.put(recorded.seq(), attempt(now, start.step(), recorded.seq(), start.number()));
            } else if (recorded.entry() instanceof RunEntry.StepEnded end
                    && end.outcome() instanceof Outcome.Succeeded
                    && newest.containsKey(end.step())) {
                asked.remove(newest.get(end.step()));
            }
        }
        now.steps().values().stream().filter(Attempts::isOpen).forEach(at -> asked.remove(at.attemptSeq()));
        return List.copyOf(asked.values());
    }

    private static boolean asksOthers(Step step) {
        return step instanceof Step.Task || step instanceof Step.Consent || step instanceof Step.Child;
    }

    private static boolean isOpen(StepState at) {
        return at.attemptSeq() > 0
                && switch (at.status()) {
                    case RUNNING, PARKED, DOUBTFUL -> true;
                    case NOT_STARTED, RETRY_PLANNED, ASKING, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
                };
    }

    private List<Attempt> open(RunState state, StepStatus status) {
        return state.steps().entrySet().stream()
                .filter(e -> e.getValue().status() == status)
                .filter(e -> e.getValue().attemptSeq() > 0)
                .filter(e -> step(e.getKey()).hasEffect())
                .map(e -> attempt(state, e.getKey(), e.getValue()))
                .toList();
    }

    private Attempt attempt(RunState state, String name, StepState at) {
        return attempt(state, name, at.attemptSeq(), at.attempts());
    }

    private Attempt attempt(RunState state, String name, long seq, int number) {
        RunEntry.Began began = state.began().orElseThrow();
        return new Attempt(
                new AttemptId("run/" + run, seq),
                run,
                began.incident(),
                step(name),
                number,
                began.parameters(),
                began.mode());
    }

    private Step step(String name) {
        return runbook.step(name)
                .orElseThrow(
                        () -> new IllegalStateException("run " + run + " has a step that its runbook lacks: " + name));
    }
}
