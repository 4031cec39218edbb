package tw.xuhang.intake.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tw.xuhang.intake.IntakeEntry;
import tw.xuhang.intake.Reason;
import tw.xuhang.intake.Received;
import tw.xuhang.intake.SignalReport;
import tw.xuhang.intake.Signals.Claim;
import tw.xuhang.intake.Signals.Kept;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Signal;

/** The statements of the inbox. */
final class SignalRows {

    /** One statement stores or counts, so that fifty deliveries at once make one row (I2). */
    private static final String KEEP = """
            INSERT INTO signal_received (source, key_hash, event_key, kind, phase, subject, status, occurred_at,
              received_at, title, attributes, original_hash, last_at, claimed_by, claimed_until)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), repeats = repeats + 1,
              last_at = GREATEST(last_at, VALUES(last_at))""";

    private SignalRows() {}

    static Kept keep(Connection open, Signal signal, Original original, Claim claim) throws SQLException {
        byte[] body = original.bytes();
        try (PreparedStatement insert = open.prepareStatement(KEEP, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, signal.source());
            insert.setBytes(2, sha256(signal.key().getBytes(StandardCharsets.UTF_8)));
            insert.setString(3, signal.key());
            insert.setString(4, signal.kind());
            insert.setString(5, signal.phase().name());
            insert.setString(6, signal.subject());
            insert.setString(7, signal.status().name());
            insert.setObject(8, Times.of(signal.occurredAt()));
            insert.setObject(9, Times.of(signal.receivedAt()));
            insert.setString(10, signal.title());
            insert.setString(11, Texts.write(signal.attributes()));
            insert.setBytes(12, body.length == 0 ? null : sha256(body));
            insert.setObject(13, Times.of(signal.receivedAt()));
            insert.setString(14, claim.node());
            insert.setObject(15, Times.of(claim.until()));
            boolean fresh = insert.executeUpdate() == 1;
            long id = generated(insert);
            if (!fresh) {
                return new Kept.Known(id);
            }
            if (body.length > 0) {
                keepOriginal(open, original.mediaType(), body, signal.receivedAt());
            }
            return new Kept.New(id);
        }
    }

    private static long generated(PreparedStatement insert) throws SQLException {
        try (ResultSet keys = insert.getGeneratedKeys()) {
            if (!keys.next()) {
                throw new IllegalStateException("a stored signal has a number");
            }
            return keys.getLong(1);
        }
    }

    private static void keepOriginal(Connection open, String mediaType, byte[] body, Instant at) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT IGNORE INTO signal_original (hash, media_type, body, kept_at) VALUES (?,?,?,?)")) {
            insert.setBytes(1, sha256(body));
            insert.setString(2, mediaType.substring(0, Math.min(190, mediaType.length())));
            insert.setBytes(3, body);
            insert.setObject(4, Times.of(at));
            insert.executeUpdate();
        }
    }

    /** Signals without a disposition whose claim has ended. */
    static List<Received> left(Connection open, Instant now, int most) throws SQLException {
        try (PreparedStatement query =
                open.prepareStatement("SELECT * FROM signal_received WHERE claimed_until <= ? ORDER BY id LIMIT ?")) {
            query.setObject(1, Times.of(now));
            query.setInt(2, most);
            try (ResultSet row = query.executeQuery()) {
                List<Received> left = new ArrayList<>();
                while (row.next()) {
                    left.add(new Received(row.getLong("id"), signal(row)));
                }
                return left;
            }
        }
    }

    static boolean claim(Connection open, long id, Claim claim, Instant now) throws SQLException {
        try (PreparedStatement update =
                open.prepareStatement("UPDATE signal_received SET claimed_by = ?, claimed_until = ?"
                        + " WHERE id = ? AND claimed_until IS NOT NULL AND (claimed_by = ? OR claimed_until <= ?)")) {
            update.setString(1, claim.node());
            update.setObject(2, Times.of(claim.until()));
            update.setLong(3, id);
            update.setString(4, claim.node());
            update.setObject(5, Times.of(now));
            return update.executeUpdate() == 1;
        }
    }

    static SignalReport report(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("original_hash");
        return new SignalReport(
                row.getLong("id"),
                signal(row),
                row.getInt("repeats"),
                Times.read(row, "last_at"),
                hash == null ? "" : HexFormat.of().formatHex(hash),
                disposed(row));
    }

    private static Optional<SignalReport.Disposed> disposed(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new SignalReport.Disposed(
                        IntakeEntry.Outcome.valueOf(outcome),
                        row.getString("incident"),
                        new Reason(row.getString("code"), Texts.read(row.getString("args"))),
                        Times.read(row, "disposed_at")));
    }

    private static Signal signal(ResultSet row) throws SQLException {
        return new Signal(
                row.getString("source"),
                row.getString("event_key"),
                row.getString("kind"),
                Signal.Phase.valueOf(row.getString("phase")),
                row.getString("subject"),
                Signal.Status.valueOf(row.getString("status")),
                Times.read(row, "occurred_at"),
                Times.read(row, "received_at"),
                row.getString("title"),
                Texts.read(row.getString("attributes")));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
