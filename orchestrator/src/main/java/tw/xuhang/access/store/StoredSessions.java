package tw.xuhang.access.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import tw.xuhang.access.Session;
import tw.xuhang.access.SessionRows;

/** Sessions in the database, so that a restart or another node does not sign anybody out. */
@Singleton
final class StoredSessions implements SessionRows {

    private final SessionTable table;

    StoredSessions(SessionTable table) {
        this.table = table;
    }

    @Override
    public void add(Session s) {
        table.save(new SessionRow(s.hash(), s.account(), s.complete(), s.startedAt(), s.seenAt(), s.steppedUpAt()));
    }

    @Override
    public Optional<Session> find(String hash) {
        return table.findByHash(hash)
                .map(r -> new Session(r.hash(), r.account(), r.complete(), r.startedAt(), r.seenAt(), r.steppedUpAt()));
    }

    @Override
    public void seen(String hash, Instant at) {
        table.seen(hash, at);
    }

    @Override
    public void remove(String hash) {
        table.deleteByHash(hash);
    }

    @Override
    public void removeOf(String account) {
        table.deleteByAccount(account);
    }

    @Override
    public void removeOlder(Instant seenBefore, Instant startedBefore) {
        table.deleteOlder(seenBefore, startedBefore);
    }
}
