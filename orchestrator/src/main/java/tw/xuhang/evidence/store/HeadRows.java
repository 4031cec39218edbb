package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/** The rows that say where each stream stands. They move only where seq, hash and epoch are as expected. */
final class HeadRows {

    private static final int DUPLICATE = 1062;

    private HeadRows() {}

    sealed interface Advance {
        record Ready(List<StoredEntry> entries) implements Advance {}

        record Moved() implements Advance {}

        record Fenced(long epoch) implements Advance {}
    }

    sealed interface Locked {
        @SuppressWarnings("ArrayRecordComponent")
        record At(byte[] hash) implements Locked {}

        record Elsewhere() implements Locked {}

        record Fenced(long epoch) implements Locked {}
    }

    static Advance begin(Connection open, List<StoredEntry> first, OptionalLong epoch) throws SQLException {
        try (PreparedStatement insert =
                open.prepareStatement("INSERT INTO journal_head (stream, seq, hash, epoch) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, first.getLast().stream().value());
            insert.setLong(2, first.getLast().seq());
            insert.setBytes(3, first.getLast().hash());
            insert.setLong(4, epoch.orElse(0));
            insert.executeUpdate();
            return new Advance.Ready(first);
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) {
                return new Advance.Moved();
            }
            throw e;
        }
    }

    static boolean move(Connection open, List<StoredEntry> next, byte[] from, OptionalLong epoch) throws SQLException {
        String sql = "UPDATE journal_head SET seq = ?, hash = ? WHERE stream = ? AND seq = ? AND hash = ?";
        try (PreparedStatement update = open.prepareStatement(epoch.isPresent() ? sql + " AND epoch = ?" : sql)) {
            update.setLong(1, next.getLast().seq());
            update.setBytes(2, next.getLast().hash());
            update.setString(3, next.getLast().stream().value());
            update.setLong(4, next.getFirst().seq() - 1);
            update.setBytes(5, from);
            if (epoch.isPresent()) {
                update.setLong(6, epoch.getAsLong());
            }
            return update.executeUpdate() == 1;
        }
    }

    static Locked lock(Connection open, Addition addition, OptionalLong epoch) throws SQLException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT seq, hash, epoch FROM journal_head WHERE stream = ? FOR UPDATE")) {
            select.setString(1, addition.stream().value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Locked.Elsewhere();
                }
                if (epoch.isPresent() && row.getLong(3) != epoch.getAsLong()) {
                    return new Locked.Fenced(row.getLong(3));
                }
                return row.getLong(1) == addition.head() ? new Locked.At(row.getBytes(2)) : new Locked.Elsewhere();
            }
        }
    }

    static boolean take(Connection open, StreamId stream, long epoch, String owner) throws SQLException {
        try (PreparedStatement update = open.prepareStatement(
                "UPDATE journal_head SET epoch = epoch + 1, owner = ? WHERE stream = ? AND epoch = ?")) {
            update.setString(1, owner);
            update.setString(2, stream.value());
            update.setLong(3, epoch);
            return update.executeUpdate() == 1;
        }
    }
}
