package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StoredEntry;

/**
 * Keeps the list of all types and versions in the journal, so that a start can refuse one that it does not know (E3).
 * Costs a statement only when this process writes a type for the first time.
 */
public final class Types {

    private record Type(String name, int version) {}

    private final Set<Type> noted = ConcurrentHashMap.newKeySet();

    void note(Connection open, Iterable<StoredEntry> entries) throws SQLException {
        Set<Type> fresh = new LinkedHashSet<>();
        entries.forEach(entry -> fresh.add(new Type(entry.type(), entry.version())));
        fresh.removeAll(noted);
        for (Type type : fresh) {
            try (PreparedStatement insert =
                    open.prepareStatement("INSERT IGNORE INTO journal_type (type, version) VALUES (?, ?)")) {
                insert.setString(1, type.name());
                insert.setInt(2, type.version());
                insert.executeUpdate();
            }
        }
    }

    /** Only what is committed may be skipped the next time. */
    void noted(Entry entry) {
        noted.add(new Type(entry.type(), entry.version()));
    }

    /**
     * @param known types with the newest version that this release reads
     * @return those in the journal that it does not, with their version
     */
    public static Map<String, Integer> unknown(Connection connection, Map<String, Integer> known) throws SQLException {
        Map<String, Integer> unknown = new LinkedHashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT type, MAX(version) FROM journal_type GROUP BY type");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (known.getOrDefault(row.getString(1), 0) < row.getInt(2)) {
                    unknown.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return unknown;
    }
}
