package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;

/**
 * The sum of a run's facts so far.
 *
 * @param began the first fact; empty only before it
 * @param steps steps that something has happened to; the others are not started
 * @param met needs that have been met
 * @param lost needs that will not be met, with the reason; one that is met after all is lost no longer
 * @param answers how far vendors have come, by the name of the step that placed the order
 * @param pause while somebody holds the run up
 * @param abort set when a person has asked for the end
 */
public record RunState(
        Optional<RunEntry.Began> began,
        Map<String, StepState> steps,
        Set<Need> met,
        Map<Need, String> lost,
        Map<String, Step.Dispatch.Answer> answers,
        Optional<Pause> pause,
        Optional<RunEntry.AbortAsked> abort,
        Optional<RunEntry.Ended> ended) {

    public static final RunState BLANK = new RunState(
            Optional.empty(),
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public RunState {
        // In the order in which they came up: what ends them all at once does so in the same order every time.
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        met = Set.copyOf(met);
        lost = Map.copyOf(lost);
        answers = Map.copyOf(answers);
    }

    public StepState step(String name) {
        return steps.getOrDefault(name, StepState.BLANK);
    }

    public boolean hasEnded() {
        return ended.isPresent();
    }

    /** The state after one more fact, which stands at {@code seq} and was recorded at {@code at}. */
    public RunState after(RunEntry entry, long seq, Instant at) {
        return switch (entry) {
            case RunEntry.Began fact -> new RunState(Optional.of(fact), steps, met, lost, answers, pause, abort, ended);
            case RunEntry.StepStarted fact -> with(fact.step(), s -> s.started(fact.number(), seq, at));
            case RunEntry.StepParked fact -> with(fact.step(), s -> s.parked(fact.waiting(), at));
            case RunEntry.StepEnded fact -> with(fact.step(), s -> s.ended(fact.outcome(), at));
            case RunEntry.StepDoubted fact -> with(fact.step(), s -> s.doubted(fact.why(), at));
            case RunEntry.RetryPlanned fact -> with(fact.step(), s -> s.retryPlanned(fact.at(), at));
            case RunEntry.Decided fact -> with(fact.step(), s -> s.decided(fact.decision(), fact.note(), at));
            case RunEntry.Chosen fact ->
                deciding(
                        fact.step(),
                        s -> s.chosen(fact.branch(), fact.saw(), at),
                        fact.spared(),
                        "not chosen in " + fact.step(),
                        at);
            case RunEntry.Joined fact ->
                deciding(
                        fact.step(),
                        s -> s.chosen(fact.branch(), Map.of(), at),
                        fact.spared(),
                        fact.branch() + " was enough",
                        at);
            case RunEntry.NeedMet fact -> {
                var more = new HashSet<>(met);
                more.add(fact.need());
                var fewer = new HashMap<>(lost);
                fewer.remove(fact.need());
                yield new RunState(began, steps, more, fewer, answers, pause, abort, ended);
            }
            case RunEntry.NeedLost fact -> {
                var more = new HashMap<>(lost);
                more.put(fact.need(), fact.why());
                yield new RunState(began, steps, met, more, answers, pause, abort, ended);
            }
            case RunEntry.Answered fact -> {
                var more = new HashMap<>(answers);
                more.put(fact.step(), fact.answer());
                yield new RunState(began, steps, met, lost, more, pause, abort, ended);
            }
            case RunEntry.Paused fact -> held(Optional.of(new Pause(fact.by(), fact.reason(), at)));
            case RunEntry.Resumed ignored -> held(Optional.empty());
            case RunEntry.AbortAsked fact ->
                new RunState(began, steps, met, lost, answers, Optional.empty(), Optional.of(fact), ended);
            case RunEntry.Ended fact -> new RunState(began, steps, met, lost, answers, pause, abort, Optional.of(fact));
        };
    }

    private RunState held(Optional<Pause> now) {
        return new RunState(began, steps, met, lost, answers, now, abort, ended);
    }

    private RunState deciding(
            String name, UnaryOperator<StepState> change, List<String> spared, String why, Instant at) {
        var changed = new LinkedHashMap<>(steps);
        changed.put(name, change.apply(step(name)));
        Outcome outcome = Outcome.notNeeded(why);
        spared.forEach(other -> changed.put(other, step(other).ended(outcome, at)));
        return new RunState(began, changed, met, lost, answers, pause, abort, ended);
    }

    private RunState with(String name, UnaryOperator<StepState> change) {
        var changed = new LinkedHashMap<>(steps);
        changed.put(name, change.apply(step(name)));
        return new RunState(began, changed, met, lost, answers, pause, abort, ended);
    }
}
