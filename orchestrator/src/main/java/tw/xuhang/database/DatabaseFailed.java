package tw.xuhang.database;

import org.jspecify.annotations.Nullable;

/** The database could not be set up, started or reached; the message says what to look at. */
public final class DatabaseFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public DatabaseFailed(String message, @Nullable Throwable cause) {
        this(Kind.BROKEN, message, cause);
    }

    public DatabaseFailed(String message) {
        this(Kind.BROKEN, message, null);
    }

    public DatabaseFailed(Kind kind, String message) {
        this(kind, message, null);
    }

    public DatabaseFailed(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What an operator has to look at. */
    public enum Kind {
        /** It does not answer. */
        AWAY,
        /** It answers, and does not let us in. */
        REFUSED,
        /** It belongs to a newer release (E3). */
        NEWER,
        /** A change of its tables stopped halfway. */
        HALFWAY,
        /** It cannot be set up or started. */
        BROKEN
    }
}
