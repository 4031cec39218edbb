package tw.xuhang.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Append-only, in order within a stream, all or nothing within an append. */
public interface Journal {

    /** The stream from its first entry, empty when there is none. */
    List<Entry> read(StreamId stream);

    /** Several streams at one moment's cost; those without an entry are left out. */
    default Map<StreamId, List<Entry>> read(Collection<StreamId> streams) {
        return streams.stream().flatMap(stream -> read(stream).stream()).collect(Collectors.groupingBy(Entry::stream));
    }

    /**
     * Appends to one or more different streams in one transaction, read models and reactions included.
     *
     * @return {@link Appended.Moved} when a stream's head is not the expected one; nothing is written then
     */
    Appended append(List<Addition> additions, Actor actor);

    default Appended append(Addition addition, Actor actor) {
        return append(List.of(addition), actor);
    }

    /**
     * @param head seq of the last entry that the writer has seen, 0 for a new stream
     * @param incident number of the incident it belongs to, or empty
     */
    record Addition(StreamId stream, long head, String incident, List<Draft> drafts) {
        public Addition {
            drafts = List.copyOf(drafts);
        }
    }
}
