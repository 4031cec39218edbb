package tw.xuhang.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move; for tests and rehearsals. Thread-safe. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SettableClock(Instant start) {
        now = new AtomicReference<>(start.truncatedTo(ChronoUnit.MICROS));
    }

    /** @param start ISO-8601 with a zone, e.g. {@code 2026-11-22T01:02:03Z} */
    public static SettableClock at(String start) {
        return new SettableClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant.truncatedTo(ChronoUnit.MICROS));
    }

    /** Negative steps back. */
    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step).truncatedTo(ChronoUnit.MICROS));
    }
}
