package tw.xuhang.runbook.rehearsal;

import java.time.Duration;

/**
 * One thing that a run did.
 *
 * @param at since the run began
 * @param why reason or facts, for people; may be empty
 */
public record Seen(String step, Change change, Duration at, String why) {

    /** As a rehearsal would expect it. */
    @Override
    public String toString() {
        return step + " " + change.word() + " at " + Elapsed.print(at);
    }
}
