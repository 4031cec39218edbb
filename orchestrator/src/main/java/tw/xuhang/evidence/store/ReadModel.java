package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import tw.xuhang.evidence.Entry;

/**
 * Tables that are a reading of the journal. Applied in the transaction of the append, and again from the first entry
 * when everything is rebuilt: what it writes must follow from the entries alone (E3).
 */
public interface ReadModel {

    /** Kinds of streams that it reads, e.g. {@code incident}. */
    Set<String> kinds();

    /** Empties its tables with DELETE; anything that commits (TRUNCATE) would tear the rebuild apart. */
    void clear(Connection connection) throws SQLException;

    void apply(Connection connection, Entry entry) throws SQLException;
}
