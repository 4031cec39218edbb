package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which run holds or awaits which resource; the primary key makes them take turns (R6). */
final class Claims {

    private static final int DUPLICATE = 1062;

    private Claims() {}

    /** @return the resource that another run holds, or empty when all were taken */
    static Optional<String> take(Connection open, String run, Set<String> resources, Instant at) throws SQLException {
        for (String resource : resources) {
            try (PreparedStatement insert =
                    open.prepareStatement("INSERT INTO resource_claim (resource, run, since) VALUES (?, ?, ?)")) {
                insert.setString(1, resource);
                insert.setString(2, run);
                insert.setTimestamp(3, Timestamp.from(at));
                insert.executeUpdate();
            } catch (SQLException e) {
                if (e.getErrorCode() != DUPLICATE) {
                    throw e;
                }
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** @return runs that wait for what came free */
    static Set<String> release(Connection open, String run, Set<String> resources) throws SQLException {
        var woken = new HashSet<String>();
        for (String resource : resources) {
            try (PreparedStatement delete =
                    open.prepareStatement("DELETE FROM resource_claim WHERE resource = ? AND run = ?")) {
                delete.setString(1, resource);
                delete.setString(2, run);
                delete.executeUpdate();
            }
            woken.addAll(strings(open, "SELECT run FROM resource_wait WHERE resource = ?", resource));
        }
        return woken;
    }

    static void await(Connection open, String run, Set<String> resources) throws SQLException {
        try (PreparedStatement delete = open.prepareStatement("DELETE FROM resource_wait WHERE run = ?")) {
            delete.setString(1, run);
            delete.executeUpdate();
        }
        for (String resource : resources) {
            try (PreparedStatement insert =
                    open.prepareStatement("INSERT INTO resource_wait (run, resource) VALUES (?, ?)")) {
                insert.setString(1, run);
                insert.setString(2, resource);
                insert.executeUpdate();
            }
        }
    }

    static Set<String> ofOthers(Connection open, String run) throws SQLException {
        return strings(open, "SELECT resource FROM resource_claim WHERE run <> ?", run);
    }

    private static Set<String> strings(Connection open, String sql, String argument) throws SQLException {
        try (PreparedStatement select = open.prepareStatement(sql)) {
            select.setString(1, argument);
            var found = new HashSet<String>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }
}
