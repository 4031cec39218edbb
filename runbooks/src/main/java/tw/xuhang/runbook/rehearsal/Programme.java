package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.StepStatus;

/** What the audience sees of a run: its facts, in the words of a rehearsal. */
final class Programme {

    private final Instant beginning;
    private final List<Seen> seen = new ArrayList<>();

    Programme(Instant beginning) {
        this.beginning = beginning;
    }

    List<Seen> seen() {
        return seen;
    }

    /** @param state with the entry in it */
    void note(RunEntry entry, RunState state, Instant now) {
        Duration at = Duration.between(beginning, now);
        switch (entry) {
            case RunEntry.StepStarted fact -> seen.add(new Seen(fact.step(), Change.STARTS, at, ""));
            case RunEntry.StepParked fact ->
                parked(state.step(fact.step()).status(), fact.waiting())
                        .ifPresent(change -> seen.add(new Seen(fact.step(), change, at, words(fact.waiting()))));
            case RunEntry.StepDoubted fact -> seen.add(new Seen(fact.step(), Change.IN_DOUBT, at, fact.why()));
            case RunEntry.StepEnded fact -> seen.add(ended(fact, at));
            case RunEntry.Chosen fact ->
                seen.add(
                        fact.branch().isEmpty()
                                ? new Seen(
                                        fact.step(), Change.DONE, at, fact.saw().toString())
                                : new Seen(
                                        fact.branch(),
                                        Change.CHOSEN,
                                        at,
                                        fact.saw().toString()));
            case RunEntry.Decided fact ->
                decided(fact.decision()).ifPresent(change -> seen.add(new Seen(fact.step(), change, at, fact.note())));
            case RunEntry.Joined fact -> joined(fact, state, at);
            // What is left says nothing of a step: what follows from it does.
            default -> {}
        }
    }

    /** What had begun and is called off. */
    private void joined(RunEntry.Joined fact, RunState state, Duration at) {
        fact.spared().stream()
                .filter(name -> state.step(name).attempts() > 0)
                .forEach(name -> seen.add(new Seen(name, Change.NOT_NEEDED, at, fact.branch() + " was enough")));
    }

    static String outcome(RunState state) {
        return state.ended()
                .map(end -> end.ending() == RunEnding.CLOSED_EARLY
                        ? "closed as " + end.note()
                        : end.ending().name().toLowerCase(Locale.ROOT))
                .orElse("open");
    }

    static List<String> waiting(RunState state) {
        return state.steps().entrySet().stream()
                .filter(at -> !at.getValue().status().hasEnded())
                .filter(at -> at.getValue().status() != StepStatus.NOT_STARTED)
                .map(Programme::open)
                .sorted()
                .toList();
    }

    private static String open(Map.Entry<String, StepState> at) {
        return at.getKey()
                + at.getValue()
                        .waiting()
                        .map(waiting -> " (" + words(waiting) + ")")
                        .orElse("");
    }

    private static Optional<Change> parked(StepStatus status, Waiting waiting) {
        if (status == StepStatus.ASKING) {
            return Optional.of(Change.ASKS);
        }
        return waiting instanceof Waiting.Resource || waiting instanceof Waiting.Condition
                ? Optional.of(Change.WAITS)
                : Optional.empty();
    }

    private static Seen ended(RunEntry.StepEnded fact, Duration at) {
        return switch (fact.outcome()) {
            case Outcome.Succeeded _ -> new Seen(fact.step(), Change.DONE, at, "");
            case Outcome.NotNeeded outcome -> new Seen(fact.step(), Change.NOT_NEEDED, at, outcome.reason());
            case Outcome.Failed outcome -> new Seen(fact.step(), Change.FAILED, at, outcome.reason());
        };
    }

    /** Trying again shows in the next start. */
    private static Optional<Change> decided(RunEntry.Decision decision) {
        return switch (decision) {
            case RETRY -> Optional.empty();
            case SKIP -> Optional.of(Change.SKIPPED);
            case FINISHED_BY_HAND -> Optional.of(Change.DONE);
            case LET_FAIL -> Optional.of(Change.FAILED);
        };
    }

    private static String words(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Person person -> person.role() + ": " + person.what();
            case Waiting.Vendor vendor -> "vendor: " + vendor.order();
            case Waiting.Clock clock -> "clock: " + clock.clock();
            case Waiting.SignalOf signal -> "signal: " + signal.kind();
            case Waiting.Run run -> "run: " + run.run();
            case Waiting.Resource resource -> "its turn: " + resource.resource();
            case Waiting.Condition condition -> condition.need().toLowerCase(Locale.ROOT);
            default -> waiting.toString();
        };
    }
}
