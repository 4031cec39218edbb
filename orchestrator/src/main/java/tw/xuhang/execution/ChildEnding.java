package tw.xuhang.execution;

import java.util.Locale;
import java.util.Map;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.RunEntry;

/** What the end of a child run means for the step that waits for it. Pure. */
public final class ChildEnding {

    private ChildEnding() {}

    /**
     * @param run the child; a fact of the outcome, so that whoever reads it finds the run
     * @return partial is enough to go on, and says so; a gate's early end leaves nothing to do
     */
    public static Outcome outcome(String run, RunEntry.Ended ended) {
        Map<String, String> facts = Map.of("run", run);
        String why = ended.note().isBlank() ? "" : ": " + ended.note();
        return switch (ended.ending()) {
            case SUCCEEDED -> new Outcome.Succeeded(facts);
            case PARTIAL -> new Outcome.Succeeded(Map.of("run", run, "ending", "partial"));
            case CLOSED_EARLY -> new Outcome.NotNeeded("run " + run + " ended early" + why, facts);
            case FAILED, ABORTED ->
                new Outcome.Failed("run " + run + " " + ended.ending().name().toLowerCase(Locale.ROOT) + why, facts);
        };
    }
}
