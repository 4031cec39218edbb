package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/** Entries and their bodies as rows. Times go in and out as UTC wall time, so the session's zone cannot bend them. */
final class EntryRows {

    private static final String SELECT = "SELECT e.form, e.stream, e.seq, e.incident, e.type, e.version, e.recorded_at,"
            + " e.actor_kind, e.actor, e.deputy_of, e.prev_hash, e.hash, e.body_hash, b.salt, b.body"
            + " FROM journal_entry e JOIN journal_body b ON b.stream = e.stream AND b.seq = e.seq ";

    private static final String INSERT_ENTRY = "INSERT INTO journal_entry (stream, seq, form, incident, type, version,"
            + " recorded_at, actor_kind, actor, deputy_of, prev_hash, hash, body_hash) VALUES ";
    private static final String INSERT_BODY = "INSERT INTO journal_body (stream, seq, salt, body) VALUES ";

    private EntryRows() {}

    /** Two statements, however many entries. */
    static void insert(Connection open, List<StoredEntry> entries) throws SQLException {
        try (PreparedStatement insert =
                open.prepareStatement(rows(INSERT_ENTRY, "(?,?,?,?,?,?,?,?,?,?,?,?,?)", entries.size()))) {
            int at = 0;
            for (StoredEntry entry : entries) {
                insert.setString(++at, entry.stream().value());
                insert.setLong(++at, entry.seq());
                insert.setInt(++at, entry.form());
                insert.setString(++at, entry.incident());
                insert.setString(++at, entry.type());
                insert.setInt(++at, entry.version());
                insert.setObject(++at, utc(entry.recordedAt()));
                insert.setString(++at, entry.actor().kind().name());
                insert.setString(++at, entry.actor().name());
                insert.setString(++at, entry.actor().deputyOf());
                insert.setBytes(++at, entry.prevHash());
                insert.setBytes(++at, entry.hash());
                insert.setBytes(++at, entry.bodyHash());
            }
            insert.executeUpdate();
        }
        try (PreparedStatement insert = open.prepareStatement(rows(INSERT_BODY, "(?,?,?,?)", entries.size()))) {
            int at = 0;
            for (StoredEntry entry : entries) {
                insert.setString(++at, entry.stream().value());
                insert.setLong(++at, entry.seq());
                insert.setBytes(++at, entry.salt());
                insert.setString(++at, entry.body());
            }
            insert.executeUpdate();
        }
    }

    private static String rows(String insert, String row, int count) {
        return insert + String.join(",", Collections.nCopies(count, row));
    }

    static List<StoredEntry> ofStream(Connection open, StreamId stream) throws SQLException {
        try (PreparedStatement select = open.prepareStatement(SELECT + "WHERE e.stream = ? ORDER BY e.seq")) {
            select.setString(1, stream.value());
            return list(select);
        }
    }

    /** Stream by stream, each from its first entry. */
    static List<StoredEntry> ofStreams(Connection open, Collection<StreamId> streams) throws SQLException {
        String marks = String.join(",", Collections.nCopies(streams.size(), "?"));
        try (PreparedStatement select =
                open.prepareStatement(SELECT + "WHERE e.stream IN (" + marks + ") ORDER BY e.stream, e.seq")) {
            int at = 0;
            for (StreamId stream : streams) {
                select.setString(++at, stream.value());
            }
            return list(select);
        }
    }

    /** In the order of arrival, positions above {@code from} up to {@code to}. */
    static List<StoredEntry> between(Connection open, long from, long to) throws SQLException {
        try (PreparedStatement select =
                open.prepareStatement(SELECT + "WHERE e.position > ? AND e.position <= ? ORDER BY e.position")) {
            select.setLong(1, from);
            select.setLong(2, to);
            return list(select);
        }
    }

    private static List<StoredEntry> list(PreparedStatement select) throws SQLException {
        List<StoredEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    static StoredEntry entry(ResultSet row) throws SQLException {
        Actor actor = new Actor(Actor.Kind.valueOf(row.getString(8)), row.getString(9), row.getString(10));
        return new StoredEntry(
                row.getInt(1),
                new StreamId(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                actor,
                row.getBytes(11),
                row.getBytes(12),
                row.getBytes(13),
                row.getBytes(14),
                row.getString(15));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
