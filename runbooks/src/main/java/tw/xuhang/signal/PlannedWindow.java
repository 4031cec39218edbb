package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Announced work on a line.
 *
 * @param from first instant of the work
 * @param until first instant after it
 * @param reference the announcement's own number, for people
 */
public record PlannedWindow(Instant from, Instant until, String reference) {

    public PlannedWindow {
        requireNonNull(reference, "reference is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("planned window " + reference + " ends before it starts");
        }
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
