package tw.xuhang.evidence.audit;

import java.util.Optional;
import tw.xuhang.evidence.StreamId;

/**
 * Something that is not as it should be.
 *
 * @param stream and {@code seq}: the first entry that it shows at; empty where it is not about one stream
 */
public record Finding(Code code, Optional<StreamId> stream, long seq, String detail) {

    public static Finding at(Code code, StreamId stream, long seq, String detail) {
        return new Finding(code, Optional.of(stream), seq, detail);
    }

    public static Finding about(Code code, String detail) {
        return new Finding(code, Optional.empty(), 0, detail);
    }

    @Override
    public String toString() {
        String place = stream.map(s -> s + "#" + seq + " ").orElse("");
        return code + " " + place + detail;
    }

    /** What was done to it. */
    public enum Code {
        /** The body is not the one that was recorded. */
        BODY_ALTERED,
        /** The body was removed or replaced, and no entry says by whom and why. */
        ERASED_WITHOUT_RECORD,
        /** Type, time, actor or another field is not the one that was recorded. */
        ENTRY_ALTERED,
        /** Entries are missing in between, doubled or in another order. */
        OUT_OF_PLACE,
        /** The entry is whole, but it does not follow from the one before it. */
        CHAIN_BROKEN,
        /** The last entries are missing. */
        TAIL_CUT,
        /** A whole stream is missing. */
        STREAM_REMOVED,
        /** What follows from itself, but differs from what was signed: history written anew. */
        REWRITTEN,
        /** A checkpoint is missing, altered or not signed by the key. */
        CHECKPOINT_BROKEN,
        /** The export's own table of contents does not fit its content. */
        MANIFEST_BROKEN,
        /** Hashed by a rule that this release does not know. */
        UNKNOWN_FORM
    }
}
