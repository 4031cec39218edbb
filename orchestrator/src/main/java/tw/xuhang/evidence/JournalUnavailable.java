package tw.xuhang.evidence;

/**
 * The journal's store does not answer. A read gave nothing; whether an append under way took place is unknown, so the
 * caller reads again before it does anything more (R2b).
 */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailable(Throwable cause) {
        super("the journal's store does not answer: " + cause.getMessage(), cause);
    }
}
