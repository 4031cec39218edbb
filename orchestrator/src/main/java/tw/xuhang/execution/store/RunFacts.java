package tw.xuhang.execution.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.runbook.run.RunEntry;

/** The names that the facts of a run have in the journal, for good. */
public final class RunFacts {

    private RunFacts() {}

    public static EntryCodec<RunEntry> codec() {
        return JacksonCodec.of(RunEntry.class)
                .type("run.began", RunEntry.Began.class)
                .type("run.step-started", RunEntry.StepStarted.class)
                .type("run.step-parked", RunEntry.StepParked.class)
                .type("run.step-ended", RunEntry.StepEnded.class)
                .type("run.step-doubted", RunEntry.StepDoubted.class)
                .type("run.retry-planned", RunEntry.RetryPlanned.class)
                .type("run.decided", RunEntry.Decided.class)
                .type("run.chosen", RunEntry.Chosen.class)
                .type("run.joined", RunEntry.Joined.class)
                .type("run.vendor-answered", RunEntry.Answered.class)
                .type("run.need-met", RunEntry.NeedMet.class)
                .type("run.need-lost", RunEntry.NeedLost.class)
                .type("run.paused", RunEntry.Paused.class)
                .type("run.resumed", RunEntry.Resumed.class)
                .type("run.abort-asked", RunEntry.AbortAsked.class)
                .type("run.ended", RunEntry.Ended.class)
                .build();
    }
}
