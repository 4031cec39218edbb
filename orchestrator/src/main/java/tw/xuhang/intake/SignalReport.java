package tw.xuhang.intake;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.signal.Signal;

/**
 * A signal with all that is known of it.
 *
 * @param repeats how often it came again
 * @param lastAt when it came last
 * @param originalHash SHA-256 of the delivery, hexadecimal; empty for what this service saw itself
 * @param disposed empty as long as nobody has looked at it
 */
public record SignalReport(
        long id, Signal signal, int repeats, Instant lastAt, String originalHash, Optional<Disposed> disposed) {

    /** @param incident number of the case, or empty */
    public record Disposed(IntakeEntry.Outcome outcome, String incident, Reason reason, Instant at) {}
}
