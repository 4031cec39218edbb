package tw.xuhang.runbook;

/** What a run does when a step has failed for good. */
public sealed interface OnFailure {

    /** No further step starts; what runs beside it ends by itself; the run has failed. */
    record Stop() implements OnFailure {}

    /** The failure is noted, the run goes on and ends as partial. */
    record Continue() implements OnFailure {}

    /** The step waits for a decision of a person of this role: retry, skip, finished by hand, abort. */
    record Ask(String role) implements OnFailure {}

    /** What was done is undone in reverse order, then the run has failed. */
    record Undo() implements OnFailure {}

    /** The run ends here under this name, which is no failure ({@code false-alarm}). */
    record End(String name) implements OnFailure {}
}
