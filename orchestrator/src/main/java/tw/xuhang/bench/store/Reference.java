package tw.xuhang.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import tw.xuhang.database.Pools;

/** Tables of the benchmark's own, and the two loops on them that the service is measured against. Thread-safe. */
public final class Reference {

    /** About as much as the body of a step's fact. */
    private static final byte[] BODY = new byte[160];

    private final DataSource work;
    private final InstantSource clock;
    private final AtomicLong runs = new AtomicLong();

    /** On the pool that the service itself works on. */
    public Reference(Pools pools, InstantSource clock) {
        this.work = pools.work();
        this.clock = clock;
        try {
            prepare();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("the reference cannot be measured: " + e.getMessage(), e);
    }

    private void prepare() throws SQLException {
        try (Connection open = work.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bench_row (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                    + " body VARBINARY(200) NOT NULL) ENGINE = InnoDB");
            statement.execute("CREATE TABLE IF NOT EXISTS bench_head (run BIGINT PRIMARY KEY, seq INT NOT NULL,"
                    + " changed_at DATETIME(6) NOT NULL) ENGINE = InnoDB");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS bench_entry (run BIGINT, seq INT, body VARBINARY(200) NOT NULL,"
                            + " recorded_at DATETIME(6) NOT NULL, PRIMARY KEY (run, seq)) ENGINE = InnoDB");
        }
    }

    /** The limit: one row, one commit. */
    public void commitOneRow() {
        try (Connection open = work.getConnection();
                PreparedStatement insert = open.prepareStatement("INSERT INTO bench_row (body) VALUES (?)")) {
            insert.setBytes(1, BODY);
            insert.executeUpdate();
            open.commit();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The floor: a run whose every step costs one commit, of its outcome with the start of the next. No retries, leases, hashes. */
    public void run(int steps) {
        long run = runs.incrementAndGet();
        try {
            begin(run);
            for (int step = 0; step < steps; step++) {
                step(run, 2 * step + 1);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void begin(long run) throws SQLException {
        try (Connection open = work.getConnection();
                PreparedStatement begin =
                        open.prepareStatement("INSERT INTO bench_head (run, seq, changed_at) VALUES (?, 1, ?)")) {
            begin.setLong(1, run);
            begin.setTimestamp(2, now());
            begin.executeUpdate();
            entries(open, run, 1, 1);
            open.commit();
        }
    }

    private void step(long run, int head) throws SQLException {
        try (Connection open = work.getConnection();
                PreparedStatement move = open.prepareStatement(
                        "UPDATE bench_head SET seq = ?, changed_at = ? WHERE run = ? AND seq = ?")) {
            move.setInt(1, head + 2);
            move.setTimestamp(2, now());
            move.setLong(3, run);
            move.setInt(4, head);
            if (move.executeUpdate() != 1) {
                throw new SQLException("somebody else moved run " + run);
            }
            entries(open, run, head + 1, 2);
            open.commit();
        }
    }

    private void entries(Connection open, long run, int first, int count) throws SQLException {
        String sql = "INSERT INTO bench_entry (run, seq, body, recorded_at) VALUES (?, ?, ?, ?)";
        try (PreparedStatement insert = open.prepareStatement(sql)) {
            for (int seq = first; seq < first + count; seq++) {
                insert.setLong(1, run);
                insert.setInt(2, seq);
                insert.setBytes(3, BODY);
                insert.setTimestamp(4, now());
                insert.executeUpdate();
            }
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
