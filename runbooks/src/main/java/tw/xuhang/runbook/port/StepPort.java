package tw.xuhang.runbook.port;

/**
 * Does the work of one kind of step. The engine has committed the attempt's start before it calls, and
 * calls from a thread of its own: blocking is fine, throwing is a bug or broken I/O and counts as in doubt.
 */
public interface StepPort {

    /**
     * Performs the attempt once. Ends by itself within the step's timeout.
     *
     * @throws InterruptedException the run was aborted or the service stops; the attempt is then in doubt
     */
    Report perform(Attempt attempt) throws InterruptedException;

    /**
     * Goes as far as it can without touching anything or asking anybody: looks everything up, puts it together, and
     * says what it would have done, or why it could not ({@link tw.xuhang.runbook.Conduct#PRETEND}).
     */
    default Report pretend(Attempt attempt) throws InterruptedException {
        return new Report.Ended(Outcome.pretended(attempt.step().kind()));
    }

    /** What became of an attempt that this process has no memory of. Never repeats the effect. */
    Inquiry inquire(Attempt attempt) throws InterruptedException;

    /**
     * The same of an attempt that another node has begun. Whatever proves something only within the home of the node
     * that began it, proves nothing here (R3).
     */
    default Inquiry inquireElsewhere(Attempt attempt) throws InterruptedException {
        return inquire(attempt);
    }

    /** Waits for an attempt that {@link #inquire} found running. */
    default Report attach(Attempt attempt) throws InterruptedException {
        throw new IllegalStateException("nothing to attach to: " + attempt.id());
    }

    /** Ends what the attempt has running, as far as that is possible. Returns when it is ended. */
    default void abort(Attempt attempt) throws InterruptedException {}
}
