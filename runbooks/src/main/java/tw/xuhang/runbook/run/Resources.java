package tw.xuhang.runbook.run;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Waiting;

/** The resources that steps take, with the run's parameters put into their names (R6). */
public final class Resources {

    private Resources() {}

    /** Held from the start of a step until it has ended, also while it waits for an answer. */
    public static Set<String> heldBy(Runbook runbook, RunState state) {
        return state.began().stream()
                .flatMap(began -> runbook.everyStep().stream()
                        .filter(step -> holds(state.step(step.name())))
                        .flatMap(step -> of(step, began).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that steps of this run wait for. */
    public static Set<String> awaitedBy(RunState state) {
        return state.steps().values().stream()
                .filter(at -> at.status() == StepStatus.PARKED)
                .flatMap(at -> at.waiting().stream())
                .flatMap(w -> w instanceof Waiting.Resource r ? Stream.of(r.resource()) : Stream.<String>empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holds(StepState at) {
        return switch (at.status()) {
            case RUNNING, DOUBTFUL -> true;
            case PARKED -> !Dues.neverStarted(at);
            case NOT_STARTED, RETRY_PLANNED, ASKING, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }

    /** A step that changes nothing needs no turn: an exercise never stands in the way of the real thing. */
    static Optional<String> of(Step step, RunEntry.Began began) {
        return step.conduct(began.mode()) == Conduct.REAL
                ? step.frame().resource().map(name -> Attempt.resolve(name, began.parameters()))
                : Optional.empty();
    }
}
