package tw.xuhang.integration.inbound;

import java.time.Instant;

/** Reads the deliveries of one kind of source. Pure; safe for use by many threads. */
public interface SignalFormat {

    /**
     * @param source configured name of the source, becomes {@code Signal.source}
     * @param body as it came, not yet looked at; the caller bounds its size
     * @param receivedAt by the service clock
     */
    Reading read(String source, byte[] body, Instant receivedAt);
}
