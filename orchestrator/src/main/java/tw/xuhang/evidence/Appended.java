package tw.xuhang.evidence;

import java.util.List;

/** What became of an append. */
public sealed interface Appended {

    /** All of it is in the journal. */
    record Done(List<Entry> entries) implements Appended {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /** None of it is: this stream has moved on since it was read. Load again and decide again. */
    record Moved(StreamId stream) implements Appended {}
}
