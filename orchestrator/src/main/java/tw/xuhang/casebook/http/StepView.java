package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.StepState;

/**
 * A step of a run.
 *
 * @param part {@code steps}, {@code verify} or {@code stand-down}
 * @param depth 0 for a step of the runbook itself, 1 for one inside it, and so on
 * @param kind the word that opens it in the runbook
 * @param status {@code not-started}, {@code running}, {@code parked}, {@code retry-planned}, {@code asking},
 *     {@code doubtful}, {@code succeeded}, {@code not-needed}, {@code failed} or {@code skipped}
 * @param since when it came into this status, null before it began
 * @param waiting the one thing that it waits for (R4)
 * @param reason why it failed, was not needed, is in doubt, or was decided about
 * @param facts small named values that it found out
 */
@Introspected
record StepView(
        String name,
        Text title,
        String part,
        int depth,
        String kind,
        String status,
        int attempts,
        @Nullable Instant since,
        @Nullable Instant startedAt,
        @Nullable Instant retryAt,
        @Nullable Wait waiting,
        String reason,
        Map<String, String> facts) {

    /**
     * What is waited for.
     *
     * @param on {@code person}, {@code vendor}, {@code clock}, {@code signal}, {@code run}, {@code resource} or
     *     {@code condition}
     * @param what its key or name
     * @param role of the person, else empty
     */
    @Introspected
    record Wait(String on, String what, String role) {}

    static StepView of(Step step, StepState state, String part, int depth) {
        boolean begun = state.since().isAfter(Instant.EPOCH);
        return new StepView(
                step.name(),
                step.frame().title(),
                part,
                depth,
                step.kind(),
                Word.of(state.status()),
                state.attempts(),
                begun ? state.since() : null,
                state.startedAt().orElse(null),
                state.retryAt().orElse(null),
                state.waiting().map(StepView::waiting).orElse(null),
                reason(state),
                state.outcome().map(Outcome::facts).orElse(Map.of()));
    }

    private static String reason(StepState state) {
        Optional<String> told = state.outcome().map(outcome -> switch (outcome) {
            case Outcome.Succeeded _ -> "";
            case Outcome.Failed failed -> failed.reason();
            case Outcome.NotNeeded gone -> gone.reason();
        });
        return state.note().isEmpty() ? told.orElse("") : state.note();
    }

    private static Wait waiting(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Person person -> new Wait("person", person.what(), person.role());
            case Waiting.Vendor vendor -> new Wait("vendor", vendor.order(), "");
            case Waiting.Clock clock -> new Wait("clock", clock.clock(), "");
            case Waiting.SignalOf signal -> new Wait("signal", signal.kind(), "");
            case Waiting.Run run -> new Wait("run", run.run(), "");
            case Waiting.Resource resource -> new Wait("resource", resource.resource(), "");
            case Waiting.Condition condition -> new Wait("condition", Word.of(condition.need()), "");
        };
    }
}
