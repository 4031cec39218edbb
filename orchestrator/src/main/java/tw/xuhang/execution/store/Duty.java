package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of runs that have not ended: whose they are. */
final class Duty {

    /** A node whose heart has not beaten for this long is gone, and its runs are taken over. */
    static final Duration GONE = Duration.ofSeconds(15);

    private Duty() {}

    record Row(String incident, String owner, boolean ownerLives, long elsewhere) {}

    static Optional<Row> lock(Connection open, String run, Instant now) throws SQLException {
        String sql = "SELECT d.incident, d.owner, n.heartbeat_at > ?, d.elsewhere FROM run_duty d"
                + " LEFT JOIN node n ON n.id = d.owner WHERE d.run = ? FOR UPDATE";
        try (PreparedStatement select = open.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(now.minus(GONE)));
            select.setString(2, run);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(row.getString(1), row.getString(2), row.getBoolean(3), row.getLong(4)))
                        : Optional.empty();
            }
        }
    }

    /** @param elsewhere the last entry that another node may have written */
    static void own(Connection open, String run, String owner, long elsewhere) throws SQLException {
        try (PreparedStatement update =
                open.prepareStatement("UPDATE run_duty SET owner = ?, elsewhere = ? WHERE run = ?")) {
            update.setString(1, owner);
            update.setLong(2, elsewhere);
            update.setString(3, run);
            update.executeUpdate();
        }
    }

    /** Runs of this owner that have mail or wait for what is free. */
    static List<String> nudged(Connection open, String owner) throws SQLException {
        String sql = "SELECT d.run FROM run_duty d WHERE d.owner = ? AND ("
                + "EXISTS (SELECT 1 FROM run_mail m WHERE m.run = d.run)"
                + " OR EXISTS (SELECT 1 FROM resource_wait w WHERE w.run = d.run"
                + "   AND NOT EXISTS (SELECT 1 FROM resource_claim c WHERE c.resource = w.resource)))";
        try (PreparedStatement select = open.prepareStatement(sql)) {
            select.setString(1, owner);
            return runs(select);
        }
    }

    /** Runs of this owner, and of owners that are gone. */
    static List<String> orphans(Connection open, String owner, Instant now) throws SQLException {
        String sql = "SELECT d.run FROM run_duty d LEFT JOIN node n ON n.id = d.owner"
                + " WHERE d.owner = ? OR n.id IS NULL OR n.heartbeat_at <= ?";
        try (PreparedStatement select = open.prepareStatement(sql)) {
            select.setString(1, owner);
            select.setTimestamp(2, Timestamp.from(now.minus(GONE)));
            return runs(select);
        }
    }

    private static List<String> runs(PreparedStatement select) throws SQLException {
        var runs = new ArrayList<String>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(row.getString(1));
            }
        }
        return runs;
    }
}
