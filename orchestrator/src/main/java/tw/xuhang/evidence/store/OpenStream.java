package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/** A stream as an open transaction sees it, what it has just appended included: for read models and reactions. */
public final class OpenStream {

    private OpenStream() {}

    /** From the first entry to this one, so that a rebuild sees what the append saw. */
    public static List<Entry> upTo(Connection open, Entry entry) throws SQLException {
        return EntryRows.ofStream(open, entry.stream()).stream()
                .filter(stored -> stored.seq() <= entry.seq())
                .map(StoredEntry::entry)
                .toList();
    }

    /** One entry of a stream, as the open transaction sees it. */
    public static Optional<Entry> at(Connection open, StreamId stream, long seq) throws SQLException {
        return EntryRows.ofStream(open, stream).stream()
                .filter(stored -> stored.seq() == seq)
                .map(StoredEntry::entry)
                .findFirst();
    }
}
