package tw.xuhang.evidence;

import java.util.Map;

/** Turns the typed facts of one feature into drafts and back. Unknown types are refused, not guessed (E3). */
public interface EntryCodec<E> {

    Draft write(E fact);

    /** @throws UnknownEntry the type or a newer version was written by a newer release */
    E read(Entry entry);

    /** The types that it reads, each with the newest version that it knows. */
    default Map<String, Integer> types() {
        return Map.of();
    }

    /** A journal written by something newer than this release. */
    final class UnknownEntry extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownEntry(Entry entry) {
            super("entry %s#%d has type %s version %d, which this release does not know"
                    .formatted(entry.stream(), entry.seq(), entry.type(), entry.version()));
        }
    }
}
