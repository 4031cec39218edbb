package tw.xuhang.intake.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.intake.IntakeEntry;

/** The disposition of each signal; with it the signal's claim ends. */
public final class DispositionModel implements ReadModel {

    @Override
    public Set<String> kinds() {
        return Set.of("signal");
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM disposition");
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        switch (IntakeFacts.CODEC.read(entry)) {
            case IntakeEntry.Disposed disposed -> disposed(connection, entry, disposed);
        }
    }

    private static void disposed(Connection connection, Entry entry, IntakeEntry.Disposed disposed)
            throws SQLException {
        long signal = Long.parseLong(entry.stream().key());
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO disposition (signal_id, outcome, incident, code, args, disposed_at) VALUES (?,?,?,?,?,?)");
                PreparedStatement release =
                        connection.prepareStatement("UPDATE signal_received SET claimed_until = NULL WHERE id = ?")) {
            insert.setLong(1, signal);
            insert.setString(2, disposed.outcome().name());
            insert.setString(3, disposed.incident());
            insert.setString(4, disposed.code());
            insert.setString(5, Texts.write(disposed.args()));
            insert.setObject(6, Times.of(entry.recordedAt()));
            insert.executeUpdate();
            release.setLong(1, signal);
            release.executeUpdate();
        }
    }
}
