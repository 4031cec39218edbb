package tw.xuhang.runbook.run;

/** Where a step stands. */
public enum StepStatus {
    /** Its turn has not come. */
    NOT_STARTED(false),
    /** Its effect is under way. */
    RUNNING(false),
    /** It waits for one thing that it names. */
    PARKED(false),
    /** It failed and will be tried again at a time it names. */
    RETRY_PLANNED(false),
    /** It failed for good and a person decides what that means. */
    ASKING(false),
    /** It started and nobody can tell what became of it; a person decides. */
    DOUBTFUL(false),
    SUCCEEDED(true),
    /** Its reason was gone before it did anything. */
    NOT_NEEDED(true),
    /** It failed; what follows from that is in its {@code on failure}. */
    FAILED(true),
    /** A person left it out, with a reason. */
    SKIPPED(true);

    private final boolean ended;

    StepStatus(boolean ended) {
        this.ended = ended;
    }

    public boolean hasEnded() {
        return ended;
    }
}
