package tw.xuhang.signal;

import java.time.Duration;

/** What became of a delivery. */
public sealed interface Receipt {

    /**
     * It is stored.
     *
     * @param dispositionId under which its one disposition is found, now or soon
     * @param duplicate it had been stored before; only a counter changed
     */
    record Accepted(String dispositionId, boolean duplicate) implements Receipt {}

    /** It is not stored; the source has to send it again. */
    record Unavailable(Duration retryAfter) implements Receipt {}
}
