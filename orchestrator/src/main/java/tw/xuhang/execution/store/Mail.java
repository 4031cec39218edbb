package tw.xuhang.execution.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tw.xuhang.evidence.store.SealedTypes;
import tw.xuhang.execution.RunStore;
import tw.xuhang.runbook.run.Post;

/** The mailboxes of the runs. Others post in the transaction of their own fact, so that nothing is told twice or lost. */
public final class Mail {

    private static final JsonMapper JSON = SealedTypes.mapper();

    private Mail() {}

    /**
     * Posts inside the caller's transaction; a run that has ended gets nothing. The run's row is held until then, so that
     * an end that is being written just now is waited for: its mail would stay for ever.
     */
    public static void post(Connection open, String run, Post post, Instant at) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement("INSERT INTO run_mail (run, post, posted_at)"
                + " SELECT run, ?, ? FROM run_duty WHERE run = ? LOCK IN SHARE MODE")) {
            insert.setString(1, text(post));
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, run);
            insert.executeUpdate();
        }
    }

    static List<RunStore.Mailed> of(Connection open, String run) throws SQLException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT id, post FROM run_mail WHERE run = ? ORDER BY id")) {
            select.setString(1, run);
            var mail = new ArrayList<RunStore.Mailed>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    mail.add(new RunStore.Mailed(row.getLong(1), read(row.getString(2))));
                }
            }
            return mail;
        }
    }

    static void consume(Connection open, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = open.prepareStatement("DELETE FROM run_mail WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static String text(Post post) {
        try {
            return JSON.writerFor(Post.class).writeValueAsString(post);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + post, e);
        }
    }

    private static Post read(String text) {
        try {
            return JSON.readValue(text, Post.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a post in the mailbox cannot be read: " + text, e);
        }
    }
}
