package tw.xuhang.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.xuhang.consent.ConsentEntry.Withdrawn.Reason;
import tw.xuhang.runbook.Step.Consent.Act;

/**
 * What the outage clocks mean for a request: prepare it, state its facts anew, or give it up because its
 * reason is gone (R4). Pure; never a decision.
 */
final class Upkeep {

    /** So long a request waits for the first service to be seen away; then nothing is. */
    static final Duration SETTLING = Duration.ofSeconds(20);

    private Upkeep() {}

    static List<ConsentEntry> next(ConsentRequest request, Situation now, Instant at) {
        return switch (request.phase()) {
            case BLANK, REFUSED, DECLARED, WITHDRAWN -> List.of();
            case AWAITS_LIMIT -> waiting(request, now, at);
            case PREPARED, REQUESTED, GRANTED ->
                reasonGone(request, now)
                        .<List<ConsentEntry>>map(reason -> List.of(new ConsentEntry.Withdrawn(reason)))
                        .orElseGet(() -> restated(request, now));
        };
    }

    /** When time alone changes {@link #next}; empty when only an event can. */
    static Optional<Instant> nextAt(ConsentRequest request, Situation now) {
        boolean waits = request.phase() == Phase.AWAITS_LIMIT
                && request.opened().map(ConsentEntry.Opened::atLimit).orElse(false);
        if (!waits) {
            return Optional.empty();
        }
        Optional<Instant> limit =
                now.basis().services().stream().map(Basis.Away::limitAt).min(Instant::compareTo);
        return limit.or(() -> request.openedAt().map(at -> at.plus(SETTLING)));
    }

    private static List<ConsentEntry> waiting(ConsentRequest request, Situation now, Instant at) {
        ConsentEntry.Opened opened = request.opened().orElseThrow();
        if (!opened.atLimit() || now.basis().limitReached(at)) {
            return List.of(new ConsentEntry.Prepared(now.basis()));
        }
        if (!now.basis().services().isEmpty()) {
            return List.of();
        }
        if (now.everAway()) {
            return List.of(new ConsentEntry.Withdrawn(Reason.ALL_SERVICES_BACK));
        }
        boolean settled = !request.openedAt().orElse(at).plus(SETTLING).isAfter(at);
        return settled ? List.of(new ConsentEntry.Withdrawn(Reason.NO_SERVICE_AWAY)) : List.of();
    }

    /** A request on the plan's own condition does not hang on the services. */
    private static Optional<Reason> reasonGone(ConsentRequest request, Situation now) {
        boolean hangsOnServices = request.act() == Act.DECLARE
                && !request.basis().services().isEmpty()
                && request.request()
                        .filter(r -> r.ground() == Ground.PLAN_CONDITION)
                        .isEmpty();
        return hangsOnServices && now.basis().services().isEmpty()
                ? Optional.of(Reason.ALL_SERVICES_BACK)
                : Optional.empty();
    }

    private static List<ConsentEntry> restated(ConsentRequest request, Situation now) {
        return request.basis().equals(now.basis())
                ? List.of()
                : List.of(new ConsentEntry.Restated(now.basis(), request.version() + 1));
    }
}
