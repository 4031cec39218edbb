package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/** One transaction on one connection: commit when the outcome says so, roll back otherwise and on every failure. */
public final class Transaction {

    private Transaction() {}

    /** Work on an open connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection open) throws SQLException;
    }

    public static <T> T run(Connection connection, Work<T> work, Predicate<? super T> keep) throws SQLException {
        boolean alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false);
        }
        try {
            T outcome = work.on(connection);
            if (keep.test(outcome)) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return outcome;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        } finally {
            if (alone && !connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
