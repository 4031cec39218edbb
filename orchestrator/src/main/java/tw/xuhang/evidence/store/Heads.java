package tw.xuhang.evidence.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.evidence.StreamId;

/**
 * Last hashes of streams lately written by this process: saves one query per append. Never trusted: the statement that
 * moves the head compares seq and hash again.
 */
final class Heads {

    private static final int LIMIT = 10_000;

    @SuppressWarnings("ArrayRecordComponent")
    record Head(long seq, byte[] hash) {}

    private final Map<StreamId, Head> heads = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, Head> eldest) {
            return size() > LIMIT;
        }
    });

    @Nullable
    Head get(StreamId stream, long seq) {
        Head head = heads.get(stream);
        return head != null && head.seq() == seq ? head : null;
    }

    void put(StreamId stream, long seq, byte[] hash) {
        heads.put(stream, new Head(seq, hash));
    }

    void forget(StreamId stream) {
        heads.remove(stream);
    }
}
