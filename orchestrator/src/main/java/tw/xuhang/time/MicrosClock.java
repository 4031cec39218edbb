package tw.xuhang.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock cut to microseconds, what the database keeps: an instant read back equals the one written. */
public record MicrosClock(InstantSource source) implements InstantSource {

    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
