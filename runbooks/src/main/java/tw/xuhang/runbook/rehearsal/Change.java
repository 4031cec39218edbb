package tw.xuhang.runbook.rehearsal;

/** What a rehearsal says of a step. */
public enum Change {
    STARTS("starts"),
    /** For its turn at a resource, or for what it needs; it has not started. */
    WAITS("waits"),
    /** It failed for good, and a person decides. */
    ASKS("asks"),
    /** Nobody can tell what became of it. */
    IN_DOUBT("in doubt"),
    /** Of a branch: its choice goes this way. A choice of which no branch applies is done. */
    CHOSEN("chosen"),
    DONE("done"),
    NOT_NEEDED("not needed"),
    FAILED("failed"),
    SKIPPED("skipped");

    private final String word;

    Change(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
