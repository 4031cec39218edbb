package tw.xuhang.casebook.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import tw.xuhang.casebook.Repetitions;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.JournalUnavailable;

/** Repeated requests in the database, where every node sees them. */
@Singleton
final class StoredRepetitions implements Repetitions {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int DUPLICATE = 1062;

    private final DataSource source;
    private final InstantSource clock;

    /** The pool for reading: there each statement stands alone. */
    StoredRepetitions(Pools pools, InstantSource clock) {
        this.source = pools.reading();
        this.clock = clock;
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    @Override
    public Seen begin(Request request) {
        Instant now = clock.instant();
        change(
                "DELETE FROM repeated_request WHERE begun_at < ? LIMIT 100",
                s -> s.setTimestamp(1, Timestamp.from(now.minus(KEPT))));
        boolean taken =
                change("INSERT INTO repeated_request (caller, request_key, asked, begun_at) VALUES (?, ?, ?, ?)", s -> {
                    key(s, 1, request);
                    s.setBytes(3, HexFormat.of().parseHex(request.asked()));
                    s.setTimestamp(4, Timestamp.from(now));
                });
        return taken ? new Seen.New() : before(request);
    }

    private Seen before(Request request) {
        String sql = "SELECT asked, status, location, body FROM repeated_request WHERE caller = ? AND request_key = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            key(select, 1, request);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? seen(row, request) : new Seen.UnderWay();
            }
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    private static Seen seen(ResultSet row, Request request) throws SQLException {
        if (!HexFormat.of().formatHex(row.getBytes("asked")).equals(request.asked())) {
            return new Seen.Other();
        }
        int status = row.getInt("status");
        return row.wasNull()
                ? new Seen.UnderWay()
                : new Seen.Done(new Answer(
                        status,
                        Objects.requireNonNullElse(row.getString("location"), ""),
                        Objects.requireNonNullElse(row.getString("body"), "")));
    }

    @Override
    public void answered(Request request, Answer answer) {
        change(
                "UPDATE repeated_request SET status = ?, location = ?, body = ? WHERE caller = ? AND request_key = ?",
                s -> {
                    s.setInt(1, answer.status());
                    s.setString(2, answer.location());
                    s.setString(3, answer.body());
                    key(s, 4, request);
                });
    }

    @Override
    public void undone(Request request) {
        change("DELETE FROM repeated_request WHERE caller = ? AND request_key = ?", s -> key(s, 1, request));
    }

    private static void key(PreparedStatement statement, int from, Request request) throws SQLException {
        statement.setString(from, request.caller());
        statement.setString(from + 1, request.key());
    }

    /** @return false where the key is there already */
    private boolean change(String sql, Binding binding) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.on(statement);
            statement.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) {
                return false;
            }
            throw new JournalUnavailable(e);
        }
    }
}
