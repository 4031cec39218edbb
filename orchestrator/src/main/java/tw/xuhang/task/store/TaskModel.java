package tw.xuhang.task.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.task.TaskEntry;

/** Keeps the list of tasks. */
public final class TaskModel implements ReadModel {

    private final EntryCodec<TaskEntry> codec;

    public TaskModel(EntryCodec<TaskEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("task");
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM task")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        switch (codec.read(entry)) {
            case TaskEntry.Opened fact -> opened(connection, entry, fact);
            case TaskEntry.Ended fact -> state(connection, entry, fact.ending().name());
            case TaskEntry.Withdrawn ignored -> state(connection, entry, "WITHDRAWN");
        }
    }

    private static void opened(Connection open, Entry entry, TaskEntry.Opened fact) throws SQLException {
        String sql = "INSERT INTO task (id, incident, role, title_zh, title_en, state, opened_at, due_at,"
                + " run, step, attempt_stream, attempt) VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = open.prepareStatement(sql)) {
            insert.setString(1, entry.stream().key());
            insert.setString(2, fact.incident());
            insert.setString(3, fact.role());
            insert.setString(4, fact.title().zh());
            insert.setString(5, fact.title().en());
            insert.setTimestamp(6, Timestamp.from(entry.recordedAt()));
            insert.setTimestamp(7, fact.due().map(Timestamp::from).orElse(null));
            insert.setString(8, fact.run());
            insert.setString(9, fact.step());
            insert.setString(10, fact.attemptStream());
            insert.setLong(11, fact.attempt());
            insert.executeUpdate();
        }
    }

    private static void state(Connection open, Entry entry, String state) throws SQLException {
        try (PreparedStatement update = open.prepareStatement("UPDATE task SET state = ? WHERE id = ?")) {
            update.setString(1, state);
            update.setString(2, entry.stream().key());
            update.executeUpdate();
        }
    }
}
