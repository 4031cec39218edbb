package tw.xuhang.execution;

import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Report;

/** What the engine's own threads tell a live run. Lost with the process; the journal tells it again. */
sealed interface Message {

    /** A port returned. */
    record Came(String step, AttemptId attempt, Report report) implements Message {}

    /** A port threw: what it did, and whether it still does, has to be asked. */
    record Lost(String step, AttemptId attempt, String why) implements Message {}

    /** What the far end said of an attempt of an earlier life, or of one that was lost. */
    record Learned(String step, AttemptId attempt, Inquiry inquiry) implements Message {}

    /** A port threw, and says that it had begun nothing. */
    record NotBegun(String step, AttemptId attempt, String why) implements Message {}

    /** Mail has come, or something may be due. */
    record Look() implements Message {}
}
