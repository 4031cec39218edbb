package tw.xuhang.integration.inbound;

import java.time.Instant;

/** Times that other clocks made. */
final class Times {

    private Times() {}

    /** Nothing happened after it was received: a source whose clock is fast must not make a negative duration. */
    static Instant notAfter(Instant receivedAt, Instant claimed) {
        return claimed.isAfter(receivedAt) ? receivedAt : claimed;
    }
}
