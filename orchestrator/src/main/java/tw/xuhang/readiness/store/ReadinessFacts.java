package tw.xuhang.readiness.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.readiness.ReadinessEntry;

/** The name that the facts of readiness have in the journal, for good. */
public final class ReadinessFacts {

    private ReadinessFacts() {}

    public static EntryCodec<ReadinessEntry> codec() {
        return JacksonCodec.of(ReadinessEntry.class)
                .type("readiness.judged", ReadinessEntry.Judged.class)
                .build();
    }
}
