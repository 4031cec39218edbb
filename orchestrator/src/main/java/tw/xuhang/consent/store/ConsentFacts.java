package tw.xuhang.consent.store;

import java.sql.Connection;
import java.sql.SQLException;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.evidence.store.OpenStream;

/** The names that the facts of a request have in the journal, for good. */
public final class ConsentFacts {

    private ConsentFacts() {}

    public static EntryCodec<ConsentEntry> codec() {
        return JacksonCodec.of(ConsentEntry.class)
                .type("consent.opened", ConsentEntry.Opened.class)
                .type("consent.prepared", ConsentEntry.Prepared.class)
                .type("consent.restated", ConsentEntry.Restated.class)
                .type("consent.requested", ConsentEntry.Requested.class)
                .type("consent.asked", ConsentEntry.Asked.class)
                .type("consent.told", ConsentEntry.Told.class)
                .type("consent.reminded", ConsentEntry.Reminded.class)
                .type("consent.not-told", ConsentEntry.NotTold.class)
                .type("consent.call-task-opened", ConsentEntry.CallTaskOpened.class)
                .type("consent.granted", ConsentEntry.Granted.class)
                .type("consent.refused", ConsentEntry.Refused.class)
                .type("consent.ratified", ConsentEntry.Ratified.class)
                .type("consent.ratification-overdue", ConsentEntry.RatificationOverdue.class)
                .type("consent.declared", ConsentEntry.Declared.class)
                .type("consent.withdrawn", ConsentEntry.Withdrawn.class)
                .build();
    }

    /** The request with this entry in it, as the open transaction sees it. */
    static ConsentRequest upTo(Connection open, Entry entry, EntryCodec<ConsentEntry> codec) throws SQLException {
        ConsentRequest request = ConsentRequest.BLANK;
        for (Entry each : OpenStream.upTo(open, entry)) {
            request = request.after(codec.read(each), each.recordedAt());
        }
        return request;
    }
}
