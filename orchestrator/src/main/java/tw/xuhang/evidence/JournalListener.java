package tw.xuhang.evidence;

import java.util.List;

/**
 * Told of entries after they are committed, on the thread that appended them, in this process only: for wake-ups and
 * live pages. It may be told late or, when the process dies, never; what must not be missed belongs in the transaction.
 */
@FunctionalInterface
public interface JournalListener {

    /** @param entries of one append, in the order they were given */
    void appended(List<Entry> entries);
}
