package tw.xuhang.incident.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.Phase;
import tw.xuhang.runbook.Mode;

/** Keeps the list of cases. */
public final class IncidentModel implements ReadModel {

    private final EntryCodec<IncidentEntry> codec;

    public IncidentModel(EntryCodec<IncidentEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("incident");
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM incident")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        switch (entry.type()) {
            case "incident.opened" -> opened(connection, entry, (IncidentEntry.Opened) codec.read(entry));
            case "incident.reached" -> reached(connection, entry, (IncidentEntry.Reached) codec.read(entry));
            default -> {}
        }
    }

    private static void opened(Connection open, Entry entry, IncidentEntry.Opened fact) throws SQLException {
        String sql =
                "INSERT INTO incident (number, kind, subject, title, mode, phase, began_at, opened_at, open_subject)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = open.prepareStatement(sql)) {
            insert.setString(1, fact.number());
            insert.setString(2, fact.kind().name());
            insert.setString(3, fact.subject());
            insert.setString(4, fact.title());
            insert.setString(5, fact.mode().name());
            insert.setString(6, Phase.RESPONDING.name());
            insert.setTimestamp(7, Timestamp.from(fact.began()));
            insert.setTimestamp(8, Timestamp.from(entry.recordedAt()));
            // A drill gathers no signals: the real outage of the line that it is about opens a case of its own.
            insert.setString(9, fact.mode() == Mode.LIVE ? fact.subject() : null);
            insert.executeUpdate();
        }
    }

    /** A case that is stood down no longer gathers signals: the next cut of the same line is a case of its own. */
    private static void reached(Connection open, Entry entry, IncidentEntry.Reached fact) throws SQLException {
        String sql = fact.phase().isBefore(Phase.STOOD_DOWN)
                ? "UPDATE incident SET phase = ? WHERE number = ?"
                : "UPDATE incident SET phase = ?, open_subject = NULL WHERE number = ?";
        try (PreparedStatement update = open.prepareStatement(sql)) {
            update.setString(1, fact.phase().name());
            update.setString(2, entry.stream().key());
            update.executeUpdate();
        }
    }
}
