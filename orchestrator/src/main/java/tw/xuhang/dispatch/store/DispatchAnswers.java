package tw.xuhang.dispatch.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.OrderOutcome;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.execution.store.Mail;
import tw.xuhang.runbook.run.Post;

/** Tells the run that waits for an order what the vendor said, in the transaction that records it (R2). */
public final class DispatchAnswers implements Reaction {

    private final EntryCodec<DispatchEntry> codec;

    public DispatchAnswers(EntryCodec<DispatchEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Dispatches.KIND);
    }

    @Override
    public void react(Connection connection, Entry entry) throws SQLException {
        DispatchOrder order = DispatchFacts.upTo(connection, entry, codec);
        for (Post post : OrderOutcome.posts(order, codec.read(entry))) {
            String run = order.placed().orElseThrow().run();
            Mail.post(connection, run, post, entry.recordedAt());
        }
    }
}
