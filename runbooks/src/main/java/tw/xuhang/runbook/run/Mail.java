package tw.xuhang.runbook.run;

import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/** Turns a post into the facts that it makes on a state; none when it no longer fits. */
final class Mail {

    private Mail() {}

    static List<RunEntry> open(Runbook runbook, RunState state, Post post) {
        if (state.hasEnded()) {
            return List.of();
        }
        return switch (post) {
            case Post.Reported told ->
                waitsAs(state, told.step(), told.attempt().seq())
                        ? List.of(new RunEntry.StepEnded(told.step(), told.outcome()))
                        : List.of();
            case Post.WaitsFor told ->
                waitsAs(state, told.step(), told.attempt().seq())
                        ? List.of(new RunEntry.StepParked(told.step(), told.waiting()))
                        : List.of();
            case Post.Decide told ->
                undecided(state.step(told.step()))
                        ? List.of(new RunEntry.Decided(told.step(), told.decision(), told.by(), told.note()))
                        : List.of();
            case Post.Pause told ->
                state.pause().isPresent() || state.abort().isPresent()
                        ? List.of()
                        : List.of(new RunEntry.Paused(told.by(), told.reason()));
            case Post.Resume told -> state.pause().isPresent() ? List.of(new RunEntry.Resumed(told.by())) : List.of();
            case Post.Abort told ->
                state.abort().isPresent() ? List.of() : List.of(new RunEntry.AbortAsked(told.by(), told.reason()));
            case Post.Met told ->
                state.met().contains(told.need()) ? List.of() : List.of(new RunEntry.NeedMet(told.need()));
            case Post.Lost told ->
                state.met().contains(told.need()) || state.lost().containsKey(told.need())
                        ? List.of()
                        : List.of(new RunEntry.NeedLost(told.need(), told.why()));
            case Post.SignalSeen told ->
                state.steps().entrySet().stream()
                        .filter(e -> e.getValue().status() == StepStatus.PARKED)
                        .filter(e -> e.getValue().waiting().equals(Optional.of(new Waiting.SignalOf(told.kind()))))
                        .<RunEntry>map(e -> new RunEntry.StepEnded(e.getKey(), Outcome.succeeded()))
                        .toList();
            case Post.Answered told ->
                Optional.of(told.answer())
                                        .equals(Optional.ofNullable(
                                                state.answers().get(told.step())))
                                || !Vendors.areAskedFor(runbook, told.step())
                        ? List.of()
                        : List.of(new RunEntry.Answered(told.step(), told.answer()));
            case Post.Wake ignored -> List.of();
        };
    }

    private static boolean waitsAs(RunState state, String step, long attemptSeq) {
        StepState at = state.step(step);
        boolean open = (at.status() == StepStatus.PARKED && !Dues.neverStarted(at))
                || at.status() == StepStatus.RUNNING
                || at.status() == StepStatus.DOUBTFUL;
        return open && at.attemptSeq() == attemptSeq;
    }

    /** A step may be decided about while it cannot go on by itself, or waits; not while its effect is under way. */
    private static boolean undecided(StepState at) {
        return switch (at.status()) {
            case ASKING, DOUBTFUL, PARKED, RETRY_PLANNED -> true;
            case NOT_STARTED, RUNNING, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }
}
