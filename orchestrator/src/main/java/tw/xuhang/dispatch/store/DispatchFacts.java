package tw.xuhang.dispatch.store;

import java.sql.Connection;
import java.sql.SQLException;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.evidence.store.OpenStream;

/** The names that the facts of an order have in the journal, for good. */
public final class DispatchFacts {

    private DispatchFacts() {}

    public static EntryCodec<DispatchEntry> codec() {
        return JacksonCodec.of(DispatchEntry.class)
                .type("dispatch.placed", DispatchEntry.Placed.class)
                .type("dispatch.awaited", DispatchEntry.Awaited.class)
                .type("dispatch.sending", DispatchEntry.Sending.class)
                .type("dispatch.sent", DispatchEntry.Sent.class)
                .type("dispatch.send-failed", DispatchEntry.SendFailed.class)
                .type("dispatch.call-task-opened", DispatchEntry.CallTaskOpened.class)
                .type("dispatch.acknowledged", DispatchEntry.Acknowledged.class)
                .type("dispatch.declined", DispatchEntry.Declined.class)
                .type("dispatch.eta-given", DispatchEntry.EtaGiven.class)
                .type("dispatch.arrived", DispatchEntry.Arrived.class)
                .type("dispatch.reported", DispatchEntry.Reported.class)
                .type("dispatch.fixed", DispatchEntry.Fixed.class)
                .type("dispatch.closed", DispatchEntry.Closed.class)
                .build();
    }

    /** The order with this entry in it, as the open transaction sees it. */
    static DispatchOrder upTo(Connection open, Entry entry, EntryCodec<DispatchEntry> codec) throws SQLException {
        DispatchOrder order = DispatchOrder.BLANK;
        for (Entry each : OpenStream.upTo(open, entry)) {
            order = order.after(codec.read(each), each.recordedAt());
        }
        return order;
    }
}
