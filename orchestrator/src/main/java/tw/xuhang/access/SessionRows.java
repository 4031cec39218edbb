package tw.xuhang.access;

import java.time.Instant;
import java.util.Optional;

/** Where sessions are kept. */
public interface SessionRows {

    void add(Session session);

    Optional<Session> find(String hash);

    void seen(String hash, Instant at);

    void remove(String hash);

    void removeOf(String account);

    /** Sweeps what was last seen, or started, before these moments. */
    void removeOlder(Instant seenBefore, Instant startedBefore);
}
