package tw.xuhang.consent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;

/** Keeps the list of requests. */
public final class ConsentModel implements ReadModel {

    private final EntryCodec<ConsentEntry> codec;

    public ConsentModel(EntryCodec<ConsentEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Consents.KIND);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM consent_request")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        put(connection, ConsentFacts.upTo(connection, entry, codec));
    }

    private static void put(Connection open, ConsentRequest request) throws SQLException {
        ConsentEntry.Opened opened = request.opened().orElseThrow();
        String sql = "REPLACE INTO consent_request (request_key, incident, act, mode, phase, version,"
                + " awaits_ratification, opened_at, requested_by, requested_at, decided_by, decided_at, closed_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement put = open.prepareStatement(sql)) {
            put.setString(1, opened.key());
            put.setString(2, opened.incident());
            put.setString(3, opened.act().name());
            put.setString(4, opened.mode().name());
            put.setString(5, request.phase().name());
            put.setInt(6, request.version());
            put.setBoolean(
                    7,
                    request.decision()
                            .filter(ConsentRequest.Decision::awaitsRatification)
                            .isPresent());
            put.setTimestamp(8, time(request.openedAt()));
            put.setString(9, request.request().map(ConsentRequest.Request::by).orElse(null));
            put.setTimestamp(10, time(request.request().map(ConsentRequest.Request::at)));
            put.setString(
                    11, request.decision().map(ConsentRequest.Decision::by).orElse(null));
            put.setTimestamp(12, time(request.decision().map(ConsentRequest.Decision::at)));
            put.setTimestamp(13, time(request.closedAt()));
            put.executeUpdate();
        }
    }

    private static @Nullable Timestamp time(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }
}
