package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Waiting;

/** When a parked step changes by time alone. */
final class Dues {

    private Dues() {}

    static Optional<Instant> ofParked(Step step, StepState at) {
        if (neverStarted(at)) {
            return Optional.empty();
        }
        if (step instanceof Step.Wait wait && wait.until() instanceof Step.Wait.Until.Elapsed elapsed) {
            return at.startedAt().map(start -> start.plus(elapsed.duration()));
        }
        return step.frame().timeout().flatMap(limit -> at.startedAt().map(start -> start.plus(limit)));
    }

    /** Waiting for its turn or its condition: no attempt runs, so no timeout does. */
    static boolean neverStarted(StepState at) {
        return at.waiting()
                .filter(w -> w instanceof Waiting.Resource || w instanceof Waiting.Condition)
                .isPresent();
    }
}
