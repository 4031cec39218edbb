package tw.xuhang.outage.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.outage.OutageEntry;
import tw.xuhang.outage.Outages;
import tw.xuhang.outage.Threshold;

/** Keeps the list of outages; the row of one is named by the entry that began it. */
public final class OutageModel implements ReadModel {

    private final EntryCodec<OutageEntry> codec;

    public OutageModel(EntryCodec<OutageEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Outages.KIND);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outage")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        switch (codec.read(entry)) {
            case OutageEntry.LineBegan fact -> began(connection, entry, "LINE", fact.uplink(), fact.at());
            case OutageEntry.ServiceBegan fact -> began(connection, entry, "SERVICE", fact.service(), fact.at());
            case OutageEntry.Attached fact -> attached(connection, entry, fact.incident());
            case OutageEntry.Crossed fact -> at(connection, entry, column(fact.threshold()), fact.at());
            case OutageEntry.Ended fact -> at(connection, entry, "ended_at", fact.at());
        }
    }

    private static void began(Connection open, Entry entry, String kind, String subject, Instant at)
            throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT INTO outage (stream, seq, kind, subject, incident, began_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, entry.stream().value());
            insert.setLong(2, entry.seq());
            insert.setString(3, kind);
            insert.setString(4, subject);
            insert.setString(5, entry.incident());
            insert.setTimestamp(6, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    private static void attached(Connection open, Entry entry, String incident) throws SQLException {
        try (PreparedStatement update =
                open.prepareStatement("UPDATE outage SET incident = ? WHERE stream = ? AND ended_at IS NULL")) {
            update.setString(1, incident);
            update.setString(2, entry.stream().value());
            update.executeUpdate();
        }
    }

    private static void at(Connection open, Entry entry, String column, Instant at) throws SQLException {
        try (PreparedStatement update =
                open.prepareStatement("UPDATE outage SET " + column + " = ? WHERE stream = ? AND ended_at IS NULL")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setString(2, entry.stream().value());
            update.executeUpdate();
        }
    }

    private static String column(Threshold threshold) {
        return switch (threshold) {
            case DECLARATION_LIMIT -> "declaration_limit_at";
            case RTO -> "rto_at";
            case MTPD -> "mtpd_at";
        };
    }
}
