package tw.xuhang.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The facts that a request was made on (C2). Two are equal when nothing changed but the time that passed.
 *
 * @param services those away, by key
 * @param level of the incident, 0 while none is set
 */
public record Basis(List<Away> services, int level) {

    public static final Basis NONE = new Basis(List.of(), 0);

    public Basis {
        services = services.stream().sorted(Comparator.comparing(Away::service)).toList();
    }

    /**
     * A service that is away.
     *
     * @param limit outage at which consent is sought
     * @param mtpd the longest it may be away
     */
    public record Away(String service, Instant since, Duration limit, Duration mtpd) {

        public Duration lasting(Instant now) {
            return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
        }

        public Instant limitAt() {
            return since.plus(limit);
        }

        public boolean limitReached(Instant now) {
            return !limitAt().isAfter(now);
        }
    }

    public boolean limitReached(Instant now) {
        return services.stream().anyMatch(away -> away.limitReached(now));
    }
}
