package tw.xuhang.evidence.store;

import java.util.List;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StreamId;

/** What became of an append inside an open transaction. Anything but {@link Done} means: roll back. */
public sealed interface Written {

    /** To be handed to {@link Ledger#committed} once the transaction is committed. */
    record Done(List<Entry> entries) implements Written {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /** The stream has moved on since it was read. */
    record Moved(StreamId stream) implements Written {}

    /** Another owner has taken the stream under a later epoch: stop working on it. */
    record Fenced(StreamId stream, long epoch) implements Written {}
}
