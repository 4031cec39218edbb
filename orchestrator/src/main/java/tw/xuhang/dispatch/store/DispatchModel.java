package tw.xuhang.dispatch.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.DispatchLadder;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.OrderLetter;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.ReadModel;

/** Keeps the list of orders, with the moment at which each is due to be looked at. */
public final class DispatchModel implements ReadModel {

    private final EntryCodec<DispatchEntry> codec;

    public DispatchModel(EntryCodec<DispatchEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Dispatches.KIND);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM dispatch_order")) {
            delete.executeUpdate();
        }
    }

    @Override
    public void apply(Connection connection, Entry entry) throws SQLException {
        put(connection, DispatchFacts.upTo(connection, entry, codec));
    }

    private static void put(Connection open, DispatchOrder order) throws SQLException {
        DispatchEntry.Placed placed = order.placed().orElseThrow();
        Instant placedAt = order.placedAt().orElseThrow();
        String sql = "REPLACE INTO dispatch_order (order_key, incident, mode, vendor, circuit, stage, placed_at,"
                + " reply_by, acknowledged_at, eta, arrived_at, fixed_at, answered_all, called, due_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement put = open.prepareStatement(sql)) {
            put.setString(1, placed.key());
            put.setString(2, placed.incident());
            put.setString(3, placed.mode().name());
            put.setString(4, placed.vendor());
            put.setString(5, placed.circuit());
            put.setString(6, order.stage().name());
            put.setTimestamp(7, Timestamp.from(placedAt));
            put.setTimestamp(8, Timestamp.from(OrderLetter.replyBy(placed, placedAt)));
            put.setTimestamp(9, time(order.answers().acknowledgedAt()));
            put.setTimestamp(10, time(order.answers().eta()));
            put.setTimestamp(11, time(order.answers().arrivedAt()));
            put.setTimestamp(12, time(order.answers().fixedAt()));
            put.setBoolean(13, order.answers().answersAllThree());
            put.setBoolean(14, order.called());
            put.setTimestamp(15, time(DispatchLadder.next(order).map(DispatchLadder.Due::at)));
            put.executeUpdate();
        }
    }

    private static @Nullable Timestamp time(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }
}
