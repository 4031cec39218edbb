package tw.xuhang.outage.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.outage.OutageEntry;

/** The names that the facts of an outage have in the journal, for good. */
public final class OutageFacts {

    private OutageFacts() {}

    public static EntryCodec<OutageEntry> codec() {
        return JacksonCodec.of(OutageEntry.class)
                .type("outage.line-began", OutageEntry.LineBegan.class)
                .type("outage.service-began", OutageEntry.ServiceBegan.class)
                .type("outage.attached", OutageEntry.Attached.class)
                .type("outage.crossed", OutageEntry.Crossed.class)
                .type("outage.ended", OutageEntry.Ended.class)
                .build();
    }
}
