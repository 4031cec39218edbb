package tw.xuhang.publication;

/** What became of an act on a version. */
public sealed interface Answer {

    /** It is in the journal; this is the runbook with it. */
    record Recorded(String runbook, String version, History history) implements Answer {}

    /** Nothing was changed. */
    record Declined(Refusal why) implements Answer {}
}
