package tw.xuhang.runbook.run;

import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/**
 * What others tell a run. They put it in its mailbox; only the run's owner turns it into facts (R2), and
 * a post that no longer fits (decided twice, an attempt long over) changes nothing.
 */
public sealed interface Post {

    /** What an attempt waited for has come. */
    record Reported(String step, AttemptId attempt, Outcome outcome) implements Post {}

    /** The attempt now waits for something else. */
    record WaitsFor(String step, AttemptId attempt, Waiting waiting) implements Post {}

    record Decide(String step, RunEntry.Decision decision, String by, String note) implements Post {}

    record Pause(String by, String reason) implements Post {}

    record Resume(String by) implements Post {}

    record Abort(String by, String reason) implements Post {}

    record Met(Need need) implements Post {}

    /** What some steps need was refused, or its reason is gone. */
    record Lost(Need need, String why) implements Post {}

    record SignalSeen(String kind) implements Post {}

    /** How far the vendor has come with the order that this step placed; the step itself may be over. */
    record Answered(String step, Step.Dispatch.Answer answer) implements Post {}

    /** Something may be due or free: look again. */
    record Wake() implements Post {}
}
