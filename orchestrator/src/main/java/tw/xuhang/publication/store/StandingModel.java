package tw.xuhang.publication.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.publication.Basis;
import tw.xuhang.publication.PublicationEntry;
import tw.xuhang.publication.Publications;

/** Keeps, for each runbook, the version in force and the newest. */
public final class StandingModel implements ReadModel {

    private final EntryCodec<PublicationEntry> codec;

    public StandingModel(EntryCodec<PublicationEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Publications.KIND);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM runbook_standing")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        String runbook = entry.stream().key();
        switch (codec.read(entry)) {
            case PublicationEntry.Submitted s ->
                execute(
                        connection,
                        "INSERT INTO runbook_standing (runbook, newest) VALUES (?, ?)"
                                + " ON DUPLICATE KEY UPDATE newest = VALUES(newest)",
                        runbook,
                        s.version());
            case PublicationEntry.Admitted a -> inForce(connection, runbook, a.version(), a.basis());
            case PublicationEntry.Published p -> inForce(connection, runbook, p.version(), Basis.OFFICE);
            case PublicationEntry.Withdrawn w ->
                execute(
                        connection,
                        "UPDATE runbook_standing SET in_force = NULL, basis = NULL WHERE runbook = ? AND in_force = ?",
                        runbook,
                        w.version());
            case PublicationEntry.Reviewed _, PublicationEntry.Returned _ -> {}
        }
    }

    private static void inForce(Connection connection, String runbook, String version, Basis basis)
            throws SQLException {
        execute(
                connection,
                "UPDATE runbook_standing SET in_force = ?, basis = ? WHERE runbook = ?",
                version,
                basis.name(),
                runbook);
    }

    private static void execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
