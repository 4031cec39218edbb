package tw.xuhang.runbook.run;

/** How a run ends. Partial is an ending of its own, neither success nor failure. */
public enum RunEnding {
    /** Every step was done or was not needed. */
    SUCCEEDED,
    /** It came to its end, but steps failed or were skipped on the way. */
    PARTIAL,
    /** A step failed for good and what followed was not started. */
    FAILED,
    /** A person ended it. */
    ABORTED,
    /** A gate ended it as the runbook says; the note holds the name, e.g. {@code false-alarm}. */
    CLOSED_EARLY
}
