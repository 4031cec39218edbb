package tw.xuhang.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When an outage reaches what. Arithmetic only: it runs while nobody does anything (P-03). */
public record OutageClock(Instant since, Limits limits) {

    /** A crossing noticed more than this after it was due is marked late (K2). */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** A threshold and the moment at which the outage reaches it. */
    public record Due(Threshold threshold, Instant at) {

        boolean lateAt(Instant noticed) {
            return Duration.between(at, noticed).compareTo(TOLERANCE) > 0;
        }
    }

    public Instant due(Threshold threshold) {
        return since.plus(limits.of(threshold));
    }

    /** Never negative, whatever the clock did. */
    public Duration elapsed(Instant now) {
        return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    }

    /** What lies ahead, soonest first (K3). */
    public List<Due> ahead(Instant now) {
        return dues().filter(due -> due.at().isAfter(now)).toList();
    }

    /** The next moment at which this outage means something new. */
    public Optional<Due> next(Instant now) {
        return ahead(now).stream().findFirst();
    }

    /** What has been reached by {@code now} and is not among those told already, in the order reached. */
    public List<Due> reached(Instant now, Set<Threshold> told) {
        return dues().filter(due -> !due.at().isAfter(now) && !told.contains(due.threshold()))
                .toList();
    }

    private Stream<Due> dues() {
        return Stream.of(Threshold.values())
                .map(threshold -> new Due(threshold, due(threshold)))
                .sorted(Comparator.comparing(Due::at));
    }
}
