package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import tw.xuhang.evidence.Entry;

/**
 * What else is written when a fact is recorded, in the same transaction and only then, never in a rebuild: a post to a
 * run's mailbox, an order in the outbox. No effect, file or network call (R2b).
 */
public interface Reaction {

    /** Kinds of streams that it reacts to. */
    Set<String> kinds();

    void react(Connection connection, Entry entry) throws SQLException;
}
