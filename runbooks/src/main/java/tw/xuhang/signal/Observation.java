package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One look at a line.
 *
 * @param at when it was looked, by the service clock
 * @param answered whether the line carried the question and its answer
 */
public record Observation(Instant at, boolean answered) {

    public Observation {
        requireNonNull(at, "at is null");
    }
}
