package tw.xuhang.intake.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.store.Transaction;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.intake.Received;
import tw.xuhang.intake.SignalReport;
import tw.xuhang.intake.Signals;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Signal;

/** Signals in MariaDB. One short transaction per call; a conflict is tried again, an absence is told. */
public final class MariaSignals implements Signals {

    private static final Logger LOG = LoggerFactory.getLogger(MariaSignals.class);
    private static final int TRIES = 5;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final DataSource pool;

    public MariaSignals(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Kept keep(Signal signal, Original original, Claim claim) {
        try {
            return transaction(open -> SignalRows.keep(open, signal, original, claim));
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.BUG) {
                throw Trouble.raise(e);
            }
            LOG.warn(
                    "signal of {} not stored: {}; its source is asked to send it again",
                    signal.source(),
                    e.getMessage());
            return new Kept.Away(RETRY_AFTER);
        }
    }

    @Override
    public List<Received> adopt(Claim claim, Instant now, int most) {
        return calmly(open -> {
            List<Received> adopted = new ArrayList<>();
            for (Received left : SignalRows.left(open, now, most)) {
                if (SignalRows.claim(open, left.id(), claim, now)) {
                    adopted.add(left);
                }
            }
            return adopted;
        });
    }

    @Override
    public boolean renew(long id, Claim claim, Instant now) {
        return calmly(open -> SignalRows.claim(open, id, claim, now));
    }

    @Override
    public void release(String node, Instant now) {
        calmly(open -> {
            try (PreparedStatement update = open.prepareStatement(
                    "UPDATE signal_received SET claimed_until = ? WHERE claimed_by = ? AND claimed_until > ?")) {
                update.setObject(1, Times.of(now));
                update.setString(2, node);
                update.setObject(3, Times.of(now));
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Optional<SignalReport> find(long id) {
        return calmly(open -> {
            try (PreparedStatement query = open.prepareStatement(
                    "SELECT s.*, d.outcome, d.incident, d.code, d.args, d.disposed_at FROM signal_received s"
                            + " LEFT JOIN disposition d ON d.signal_id = s.id WHERE s.id = ?")) {
                query.setLong(1, id);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(SignalRows.report(row)) : Optional.empty();
                }
            }
        });
    }

    /** @throws tw.xuhang.evidence.JournalUnavailable the database does not answer */
    private <T> T calmly(Transaction.Work<T> work) {
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    private <T> T transaction(Transaction.Work<T> work) throws SQLException {
        for (int i = 1; ; i++) {
            try (Connection connection = pool.getConnection()) {
                return Transaction.run(connection, work, outcome -> true);
            } catch (SQLException e) {
                if (i == TRIES || Trouble.of(e) != Trouble.CONFLICT) {
                    throw e;
                }
            }
        }
    }
}
