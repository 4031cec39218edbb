package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/** The one fact that follows next for a single step as it stands, if any. */
final class Leaf {

    /** An idempotent step whose attempts are lost this often is no longer repeated unasked. */
    private static final int PATIENCE = 3;

    private final Runbook runbook;
    private final RunState state;
    private final Surroundings around;
    /** Resources that steps of this very run hold, those started in this look included. */
    private final Set<String> taken;

    Leaf(Runbook runbook, RunState state, Surroundings around) {
        this.runbook = runbook;
        this.state = state;
        this.around = around;
        this.taken = new HashSet<>(Resources.heldBy(runbook, state));
    }

    Optional<RunEntry> next(Step step, StepState at) {
        return switch (at.status()) {
            case NOT_STARTED -> start(step, at);
            case RUNNING -> atOnce(step);
            case PARKED -> parked(step, at);
            case RETRY_PLANNED -> at.retryAt().filter(this::isDue).flatMap(t -> start(step, at));
            case FAILED -> failed(step, at);
            case DOUBTFUL -> step.frame().idempotent() && at.doubts() < PATIENCE ? start(step, at) : Optional.empty();
            case ASKING, SUCCEEDED, NOT_NEEDED, SKIPPED -> Optional.empty();
        };
    }

    /** A start, or what stands in its way: that is known by its name during a pause too, and nothing else happens then. */
    private Optional<RunEntry> start(Step step, StepState at) {
        for (var need : step.frame().needs()) {
            if (state.lost().containsKey(need)) {
                String why = need.name().toLowerCase(Locale.ROOT) + ": "
                        + state.lost().get(need);
                return Optional.of(new RunEntry.StepEnded(step.name(), Outcome.notNeeded(why)));
            }
        }
        Optional<RunEntry> unneeded = unneeded(step, at);
        if (unneeded.isPresent()) {
            return unneeded;
        }
        Optional<Waiting> obstacle = obstacle(step, at);
        if (obstacle.isPresent()) {
            return Optional.of(new RunEntry.StepParked(step.name(), obstacle.get()));
        }
        if (state.pause().isPresent()) {
            return Optional.empty();
        }
        Resources.of(step, began()).ifPresent(taken::add);
        return Optional.of(new RunEntry.StepStarted(step.name(), at.attempts() + 1));
    }

    /** Asked until it starts for the first time: what begins then was needed. */
    private Optional<RunEntry> unneeded(Step step, StepState at) {
        if (step.frame().when().isEmpty() || at.attempts() > 0 || state.pause().isPresent()) {
            return Optional.empty();
        }
        String when = step.frame().when().get();
        var judgement = new Judgement(runbook, state, around);
        return switch (judgement.ask(when)) {
            case Judgement.Said.Holds _ -> Optional.empty();
            case Judgement.Said.HoldsNot _ ->
                Optional.of(
                        new RunEntry.StepEnded(step.name(), new Outcome.NotNeeded("not: " + when, judgement.saw())));
            case Judgement.Said.NotUnderstood(String why) ->
                Optional.of(
                        new RunEntry.StepEnded(step.name(), Outcome.failed("its condition is not understood: " + why)));
        };
    }

    private Optional<Waiting> obstacle(Step step, StepState at) {
        for (var need : step.frame().needs()) {
            if (!Needs.met(runbook, state, need)) {
                return Optional.of(new Waiting.Condition(need.name()));
            }
        }
        // An attempt in doubt holds its resource, so nobody else in this run does: it does not wait for itself.
        boolean holds = at.status() == StepStatus.DOUBTFUL;
        return Resources.of(step, began())
                .filter(r -> (taken.contains(r) && !holds) || !around.free().test(r))
                .map(Waiting.Resource::new);
    }

    /** Waits and choices have no effect: the one parks, the other is decided as soon as it is started. */
    private Optional<RunEntry> atOnce(Step step) {
        return switch (step) {
            case Step.Wait wait
            when pretends(wait) -> Optional.of(new RunEntry.StepEnded(wait.name(), Outcome.pretended(wait.kind())));
            case Step.Wait wait -> Optional.of(heard(step).orElse(new RunEntry.StepParked(step.name(), waiting(wait))));
            case Step.Choose choose -> Optional.of(new Choice(runbook, state, around).decide(choose));
            default -> Optional.empty();
        };
    }

    private RunEntry.Began began() {
        return state.began().orElseThrow();
    }

    private boolean pretends(Step.Wait wait) {
        return wait.conduct(began().mode()) == Conduct.PRETEND;
    }

    private static Waiting waiting(Step.Wait wait) {
        return switch (wait.until()) {
            case Step.Wait.Until.Elapsed elapsed ->
                new Waiting.Clock(elapsed.duration().toString());
            case Step.Wait.Until.SignalSeen seen -> new Waiting.SignalOf(seen.kind());
            case Step.Wait.Until.VendorSays says -> new Waiting.Vendor(says.step());
        };
    }

    /** What the vendor said may have come before the wait, or while it lasts. */
    private Optional<RunEntry> heard(Step step) {
        return step instanceof Step.Wait wait && wait.until() instanceof Step.Wait.Until.VendorSays until
                ? Vendors.heard(until, state).map(outcome -> new RunEntry.StepEnded(step.name(), outcome))
                : Optional.empty();
    }

    private Optional<RunEntry> parked(Step step, StepState at) {
        if (Dues.neverStarted(at)) {
            return start(step, at)
                    .filter(now -> !(now instanceof RunEntry.StepParked same
                            && at.waiting().equals(Optional.of(same.waiting()))));
        }
        return heard(step)
                .or(() -> Dues.ofParked(step, at)
                        .filter(this::isDue)
                        .map(t -> new RunEntry.StepEnded(step.name(), timeUp(step))));
    }

    private static Outcome timeUp(Step step) {
        boolean waited = step instanceof Step.Wait wait && wait.until() instanceof Step.Wait.Until.Elapsed;
        return waited
                ? Outcome.succeeded()
                : Outcome.failed("no answer within " + step.frame().timeout().orElseThrow());
    }

    private Optional<RunEntry> failed(Step step, StepState at) {
        if (at.settled()) {
            return Optional.empty();
        }
        // What failed before it began, by its condition, fails again however often it is tried.
        if (at.attempts() > 0 && at.attempts() <= step.frame().retry().times()) {
            return Optional.of(new RunEntry.RetryPlanned(
                    step.name(), at.since().plus(step.frame().retry().every())));
        }
        return step.frame().onFailure() instanceof OnFailure.Ask ask
                ? Optional.of(new RunEntry.StepParked(step.name(), new Waiting.Person(ask.role(), "decision")))
                : Optional.empty();
    }

    private boolean isDue(Instant moment) {
        return !around.now().isBefore(moment);
    }
}
