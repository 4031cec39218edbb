package tw.xuhang.evidence.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Chain;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.evidence.StreamId;

/**
 * Takes personal data out of an entry while the chain stays whole: the body is overwritten by one without it, the old
 * salt is thrown away, and an entry says who did it, why, and what stands there now (E1).
 */
public final class Erasure {

    /** Type of the entry that says so; its version is 1. */
    public static final String ENTRY = Pack.ERASED;

    private final DataSource writing;
    private final Ledger ledger;
    private final InstantSource clock;

    public Erasure(DataSource writing, Ledger ledger, InstantSource clock) {
        this.writing = writing;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param replacement JSON that readers of this type still understand, without the data to be erased
     * @return false when there is no such entry, or it was erased before
     */
    public boolean erase(StreamId stream, long seq, String replacement, String reason, Actor actor) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        String replaced = HexFormat.of().formatHex(Chain.bodyHash(salt, replacement));
        String body = Pack.JSON
                .createObjectNode()
                .put("stream", stream.value())
                .put("seq", seq)
                .put("reason", reason)
                .put("replaced", replaced)
                .toString();
        Draft draft = new Draft(Pack.ERASED, 1, body);
        try (Connection connection = writing.getConnection()) {
            List<Entry> entries = Transaction.run(
                    connection,
                    open -> {
                        List<Entry> noted = note(open, stream, seq, draft, actor);
                        return !noted.isEmpty() && replace(open, stream, seq, salt, replacement) ? noted : List.of();
                    },
                    kept -> !kept.isEmpty());
            ledger.committed(entries);
            return !entries.isEmpty();
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    /** Filed under the incident of the erased entry, so that an export of that incident explains itself. */
    private List<Entry> note(Connection open, StreamId stream, long seq, Draft draft, Actor actor) throws SQLException {
        Optional<String> incident = incident(open, stream, seq);
        if (incident.isEmpty()) {
            return List.of();
        }
        StreamId note = StreamId.of("erasure", stream.kind() + "." + stream.key() + "." + seq);
        Addition addition = new Addition(note, 0, incident.get(), List.of(draft));
        return ledger.append(open, List.of(addition), actor, clock.instant().truncatedTo(ChronoUnit.MICROS))
                        instanceof Written.Done done
                ? done.entries()
                : List.of();
    }

    private static Optional<String> incident(Connection open, StreamId stream, long seq) throws SQLException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT incident FROM journal_entry WHERE stream = ? AND seq = ?")) {
            select.setString(1, stream.value());
            select.setLong(2, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static boolean replace(Connection open, StreamId stream, long seq, byte[] salt, String body)
            throws SQLException {
        try (PreparedStatement update =
                open.prepareStatement("UPDATE journal_body SET salt = ?, body = ? WHERE stream = ? AND seq = ?")) {
            update.setBytes(1, salt);
            update.setString(2, body);
            update.setString(3, stream.value());
            update.setLong(4, seq);
            return update.executeUpdate() == 1;
        }
    }
}
