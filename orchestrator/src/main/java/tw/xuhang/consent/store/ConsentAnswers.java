package tw.xuhang.consent.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.RequestOutcome;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.execution.store.Mail;
import tw.xuhang.runbook.run.Post;

/** Tells the run that waits for a request what became of it, in the transaction that records it (R2). */
public final class ConsentAnswers implements Reaction {

    private final EntryCodec<ConsentEntry> codec;

    public ConsentAnswers(EntryCodec<ConsentEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Consents.KIND);
    }

    @Override
    public void react(Connection connection, Entry entry) throws SQLException {
        ConsentRequest request = ConsentFacts.upTo(connection, entry, codec);
        for (Post post : RequestOutcome.posts(request, codec.read(entry))) {
            String run = request.opened().orElseThrow().run();
            Mail.post(connection, run, post, entry.recordedAt());
        }
    }
}
