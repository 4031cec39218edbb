package tw.xuhang.wiring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import tw.xuhang.database.Address;
import tw.xuhang.database.DatabaseFailed;
import tw.xuhang.evidence.store.Types;

/**
 * Before anything works on the database: is it there, does it let us in, and does this release read all that its
 * journal holds (E3)? A newer entry that an older program passed over would be lost from what it then decides.
 */
final class DatabaseGate {

    private DatabaseGate() {}

    /** @throws DatabaseFailed nothing may work on it; says why and what to do */
    static void pass(Address address) {
        String url = address.url() + (address.url().contains("?") ? "&" : "?") + "connectTimeout=5000";
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password())) {
            if (keepsTypes(connection)) {
                Map<String, Integer> unknown = new TreeMap<>(Types.unknown(connection, EntryTypes.known()));
                if (!unknown.isEmpty()) {
                    throw new DatabaseFailed(DatabaseFailed.Kind.NEWER, newer(unknown));
                }
            }
        } catch (SQLException e) {
            throw refusal(address, e);
        }
    }

    private static boolean keepsTypes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = 'journal_type'")) {
            return row.next();
        }
    }

    private static String newer(Map<String, Integer> unknown) {
        return "the journal holds entries that this release does not read: %s. Use the (newer) release that wrote them."
                .formatted(unknown);
    }

    private static DatabaseFailed refusal(Address address, SQLException e) {
        boolean refused = String.valueOf(e.getSQLState()).startsWith("28") || e.getErrorCode() == 1044;
        return refused
                ? new DatabaseFailed(
                        DatabaseFailed.Kind.REFUSED,
                        "the database refuses %s: %s. Correct XUHANG_DB_USER, XUHANG_DB_PASSWORD_FILE or the user's grants."
                                .formatted(address, e.getMessage()),
                        e)
                : new DatabaseFailed(
                        DatabaseFailed.Kind.AWAY,
                        "the database does not answer at %s: %s. Start it, or correct XUHANG_DB_URL."
                                .formatted(address, e.getMessage()),
                        e);
    }
}
