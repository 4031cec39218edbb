package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * One sign of trouble, or of its end, whatever the source.
 *
 * @param source configured name of the source, e.g. {@code alertmanager}, {@code probe}, {@code snmp}
 * @param key what makes a repetition the same event at this source (I2); unique with {@code source}
 * @param kind normalised, e.g. {@code link}, {@code service}, {@code alert}
 * @param phase raised, cleared, or only more news
 * @param subject what it is about: {@code uplink/main}, {@code service/website}, or the source's own name
 * @param status real, or one of those that never start anything (I3)
 * @param occurredAt when it happened, by the source; never taken as the time somebody knew
 * @param receivedAt when it reached this service
 * @param title one line for people
 * @param attributes further named values of the source, data only
 */
public record Signal(
        String source,
        String key,
        String kind,
        Phase phase,
        String subject,
        Status status,
        Instant occurredAt,
        Instant receivedAt,
        String title,
        Map<String, String> attributes) {

    public Signal {
        requireNonNull(source, "source is null");
        requireNonNull(key, "key is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        attributes = Map.copyOf(attributes);
    }

    /** Where in its life the trouble is. */
    public enum Phase {
        RAISE,
        UPDATE,
        CLEAR
    }

    /** Only {@link #ACTUAL} may start a live run (I3). */
    public enum Status {
        ACTUAL,
        EXERCISE,
        TEST,
        SYSTEM,
        DRAFT
    }
}
