package tw.xuhang.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.StreamId;

/** Writes dispositions into the journal, each signal's stream being one entry long. */
public final class Dispositions {

    private static final String KIND = "signal";
    private static final int PATIENCE = 10;

    private final Journal journal;
    private final EntryCodec<IntakeEntry> codec;

    public Dispositions(Journal journal, EntryCodec<IntakeEntry> codec) {
        this.journal = requireNonNull(journal, "journal is null");
        this.codec = requireNonNull(codec, "codec is null");
    }

    public static StreamId stream(long signal) {
        return StreamId.of(KIND, Long.toString(signal));
    }

    /**
     * The disposition as a part of a larger append, so that a case and the signal that opened it are
     * recorded together or not at all. The append is refused as moved when the signal is already disposed of.
     */
    public Journal.Addition addition(Received received, Disposition disposition) {
        IntakeEntry.Disposed entry = IntakeEntry.of(disposition);
        return new Journal.Addition(stream(received.id()), 0, entry.incident(), List.of(codec.write(entry)));
    }

    public boolean isDisposed(Received received) {
        return !journal.read(stream(received.id())).isEmpty();
    }

    /** Records the disposition unless the signal has one; the first one counts. */
    void record(Received received, Disposition disposition) {
        Actor source = Actor.source(received.signal().source());
        for (int i = 0; i < PATIENCE; i++) {
            if (journal.append(addition(received, disposition), source) instanceof Appended.Done
                    || isDisposed(received)) {
                return;
            }
        }
        throw new IllegalStateException("disposition of signal " + received.id() + " met " + PATIENCE + " conflicts");
    }
}
