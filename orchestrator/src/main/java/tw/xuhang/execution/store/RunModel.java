package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.runbook.run.RunEntry;

/** Keeps the list of runs. Only a run's first and last fact touch it. */
public final class RunModel implements ReadModel {

    private final EntryCodec<RunEntry> codec;

    public RunModel(EntryCodec<RunEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("run");
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM run")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        switch (entry.type()) {
            case "run.began" -> began(connection, entry, (RunEntry.Began) codec.read(entry));
            case "run.ended" -> ended(connection, entry, (RunEntry.Ended) codec.read(entry));
            default -> {}
        }
    }

    private static void began(Connection open, Entry entry, RunEntry.Began fact) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT INTO run (run, incident, runbook, version, mode, began_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, entry.stream().key());
            insert.setString(2, fact.incident());
            insert.setString(3, fact.runbook());
            insert.setString(4, fact.version());
            insert.setString(5, fact.mode().name());
            insert.setTimestamp(6, Timestamp.from(entry.recordedAt()));
            insert.executeUpdate();
        }
    }

    private static void ended(Connection open, Entry entry, RunEntry.Ended fact) throws SQLException {
        try (PreparedStatement update =
                open.prepareStatement("UPDATE run SET ending = ?, ended_at = ? WHERE run = ?")) {
            update.setString(1, fact.ending().name());
            update.setTimestamp(2, Timestamp.from(entry.recordedAt()));
            update.setString(3, entry.stream().key());
            update.executeUpdate();
        }
    }
}
