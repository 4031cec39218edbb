package tw.xuhang.runbook;

import java.time.Duration;

/**
 * How often a failed attempt is repeated, and how long apart. The engine repeats, never an adapter, so
 * that each attempt is an entry in the journal.
 *
 * @param times attempts after the first, 0 to 20
 * @param every pause before the next attempt
 */
public record Retry(int times, Duration every) {

    public static final Retry NONE = new Retry(0, Duration.ZERO);

    public Retry {
        if (times < 0 || times > 20) {
            throw new IllegalArgumentException("times is not 0 to 20: " + times);
        }
        if (every.isNegative()) {
            throw new IllegalArgumentException("every is negative: " + every);
        }
    }
}
