package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;

/**
 * A run with its steps in the order of the runbook, those not begun included.
 *
 * @param parent the run whose step this one does, null for a run of the case itself
 * @param children runs that its steps began, oldest first
 * @param reason why it began
 * @param ending null while it goes on
 * @param note what was written at its end
 * @param paused while somebody holds it up
 */
@Introspected
record RunView(
        String run,
        String incident,
        @Nullable String parent,
        List<String> children,
        String runbook,
        Text title,
        String version,
        String mode,
        Map<String, String> parameters,
        String reason,
        Instant beganAt,
        @Nullable String ending,
        @Nullable Instant endedAt,
        String note,
        @Nullable Paused paused,
        @Nullable Abort abort,
        List<StepView> steps) {

    @Introspected
    record Paused(String by, String reason, Instant since) {}

    @Introspected
    record Abort(String by, String reason) {}

    static RunView of(Casebook.RunLine line, List<String> children, Runbook runbook, RunState state) {
        return new RunView(
                line.run(),
                line.incident(),
                Lineage.parent(line.run()).orElse(null),
                children,
                line.runbook(),
                runbook.title(),
                line.version(),
                Word.of(line.mode()),
                state.began().map(RunEntry.Began::parameters).orElse(Map.of()),
                state.began().map(RunEntry.Began::reason).orElse(""),
                line.beganAt(),
                state.ended().map(ended -> Word.of(ended.ending())).orElse(null),
                line.endedAt().orElse(null),
                state.ended().map(RunEntry.Ended::note).orElse(""),
                state.pause()
                        .map(pause -> new Paused(pause.by(), pause.reason(), pause.since()))
                        .orElse(null),
                state.abort()
                        .map(asked -> new Abort(asked.by(), asked.reason()))
                        .orElse(null),
                steps(runbook, state));
    }

    private static List<StepView> steps(Runbook runbook, RunState state) {
        var all = new ArrayList<StepView>();
        collect(runbook.steps(), state, "steps", 0, all);
        collect(runbook.verify(), state, "verify", 0, all);
        collect(runbook.standDown(), state, "stand-down", 0, all);
        return all;
    }

    private static void collect(List<Step> from, RunState state, String part, int depth, List<StepView> into) {
        for (Step step : from) {
            into.add(StepView.of(step, state.step(step.name()), part, depth));
            collect(step.inner(), state, part, depth + 1, into);
        }
    }
}
