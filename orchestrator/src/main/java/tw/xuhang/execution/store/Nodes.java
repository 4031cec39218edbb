package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.execution.Lease;

/**
 * This node's heart. While it beats, nobody takes its runs; when the last beat is too long ago by monotonic
 * time, this node itself no longer acts, before anybody may think it gone (R3).
 */
public final class Nodes implements Lease {

    /** Between two beats. */
    public static final Duration EVERY = Duration.ofSeconds(3);

    /** Shorter than {@link Duty#GONE} by more than a beat and a step of the clock. */
    private static final Duration STANDS = Duration.ofSeconds(9);

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    private final DataSource reading;
    private final String node;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private volatile long lastBeat;

    /** @param nanos a monotonic clock, in nanoseconds */
    public Nodes(DataSource reading, String node, InstantSource clock, LongSupplier nanos) {
        this.reading = reading;
        this.node = node;
        this.clock = clock;
        this.nanos = nanos;
        this.lastBeat = nanos.getAsLong() - STANDS.toNanos();
    }

    public String node() {
        return node;
    }

    public void beat() {
        long begun = nanos.getAsLong();
        String sql = "INSERT INTO node (id, started_at, heartbeat_at) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE heartbeat_at = VALUES(heartbeat_at)";
        try (Connection connection = reading.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            Timestamp now = Timestamp.from(clock.instant());
            upsert.setString(1, node);
            upsert.setTimestamp(2, now);
            upsert.setTimestamp(3, now);
            upsert.executeUpdate();
            lastBeat = begun;
        } catch (SQLException e) {
            LOG.warn("heartbeat of node {} failed; it acts for {} more at most", node, STANDS, e);
        }
    }

    @Override
    public boolean stands() {
        return nanos.getAsLong() - lastBeat < STANDS.toNanos();
    }
}
