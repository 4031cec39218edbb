package tw.xuhang.database;

import org.jspecify.annotations.Nullable;

/** The database could not be set up, started or reached; the message says what to look at. */
public final class DatabaseFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public DatabaseFailed(String message) {
        super(message);
    }
}
