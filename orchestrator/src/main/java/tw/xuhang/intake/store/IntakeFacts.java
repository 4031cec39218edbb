package tw.xuhang.intake.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.intake.IntakeEntry;

/** How the facts of a signal are written. */
public final class IntakeFacts {

    public static final EntryCodec<IntakeEntry> CODEC = JacksonCodec.of(IntakeEntry.class)
            .type("signal.disposed", IntakeEntry.Disposed.class)
            .build();

    private IntakeFacts() {}
}
