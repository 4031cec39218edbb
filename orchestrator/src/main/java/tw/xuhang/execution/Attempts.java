package tw.xuhang.execution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
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

    /** Those that wait for an answer. */
    List<Attempt> waiting(RunState state) {
        return open(state, StepStatus.PARKED);
    }

    Optional<Attempt> current(RunState state, String step) {
        StepState at = state.step(step);
        return at.attemptSeq() == 0 ? Optional.empty() : Optional.of(attempt(state, step, at));
    }

    /** Tasks and requests that were put to people and are called off by these facts: to be taken back. */
    List<Attempt> calledOff(Stream<RunEntry> facts, RunState after) {
        return facts.flatMap(fact -> fact instanceof RunEntry.Joined joined ? joined.spared().stream() : Stream.empty())
                .distinct()
                .filter(name -> step(name) instanceof Step.Task || step(name) instanceof Step.Consent)
                .filter(name -> after.step(name).attemptSeq() > 0)
                .map(name -> attempt(after, name, after.step(name)))
                .toList();
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
        RunEntry.Began began = state.began().orElseThrow();
        return new Attempt(
                new AttemptId("run/" + run, at.attemptSeq()),
                run,
                began.incident(),
                step(name),
                at.attempts(),
                began.parameters(),
                began.mode());
    }

    private Step step(String name) {
        return runbook.step(name)
                .orElseThrow(
                        () -> new IllegalStateException("run " + run + " has a step that its runbook lacks: " + name));
    }
}
