package tw.xuhang.evidence.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tw.xuhang.evidence.JournalUnavailable;

/** What an error of MariaDB means for the one who asked. */
public enum Trouble {
    /** Somebody else was faster, or held a lock too long: everything is rolled back; read again and decide again. */
    CONFLICT,
    /** No answer: whether a commit under way took place is unknown. */
    AWAY,
    /** A wrong statement or a broken rule of the schema. */
    BUG;

    // deadlock, lock wait timeout, record changed since last read
    private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 1020);
    // server shutting down, query interrupted by shutdown, node not ready (Galera), connection killed, too many
    // connections
    private static final Set<Integer> ABSENCES = Set.of(1053, 1317, 1047, 1927, 1040, 1203);

    /** What the pool says, without any code, of a connection that it took away because it broke. */
    private static final String TAKEN_AWAY = "Connection is closed";

    private static final int DEEPEST = 10;

    public static Trouble of(SQLException e) {
        if (CONFLICTS.contains(e.getErrorCode())) {
            return CONFLICT;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean away = ABSENCES.contains(e.getErrorCode())
                || state.startsWith("08")
                || state.equals("25S03")
                || state.equals("70100")
                || TAKEN_AWAY.equals(e.getMessage())
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException;
        return away ? AWAY : BUG;
    }

    /** Whether it would pass by itself: the database is away, or somebody was faster, however the failure was wrapped. */
    public static boolean passes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause ->
                        cause instanceof JournalUnavailable || (cause instanceof SQLException e && of(e) != BUG));
    }

    /** The exception to throw where a conflict cannot be answered by reading again. */
    public static RuntimeException raise(SQLException e) {
        return of(e) == BUG
                ? new IllegalStateException("statement refused: " + e.getMessage(), e)
                : new JournalUnavailable(e);
    }
}
