package tw.xuhang.runbook.port;

import static java.util.Objects.requireNonNull;

/**
 * Names one attempt at a step for ever: the place of its start entry in the journal (R3). The far end
 * of every effect sees it, so that an attempt can be asked about after a crash.
 */
public record AttemptId(String stream, long seq) {

    public AttemptId {
        requireNonNull(stream, "stream is null");
        if (seq < 1) {
            throw new IllegalArgumentException("seq is not positive: " + seq);
        }
    }

    /** The same as one word of {@code [A-Za-z0-9.-]}: a file name, a Message-ID, an idempotency key. */
    public String ident() {
        return stream.replace('/', '-') + "." + seq;
    }
}
