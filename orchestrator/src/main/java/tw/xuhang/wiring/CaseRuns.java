package tw.xuhang.wiring;

import java.util.List;
import java.util.Objects;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.respond.Progress;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepStatus;

/** The runs of a case, from the list of runs and from the engine that works on them. */
record CaseRuns(RunRows rows, RunStore store, KeptShelf shelf, Engine engine) implements Progress.Runs {

    @Override
    public List<Progress.RunEnd> ended(String number) {
        return rows.findByIncidentOrderByBeganAt(number).stream()
                .filter(row -> row.ending() != null)
                .map(row -> new Progress.RunEnd(row.run(), Objects.requireNonNull(row.ending()), ""))
                .toList();
    }

    /** Where nothing was switched there is no way back to go; and a way back before the last switching counts no more. */
    @Override
    public boolean returned(String number) {
        boolean returned = true;
        for (RunRows.Row row : rows.findByIncidentOrderByBeganAt(number)) {
            Runbook runbook = shelf.pinned(row.version());
            if (isWayBack(runbook)) {
                returned = gone(runbook, state(row.run()));
            } else if (switches(runbook)) {
                returned = false;
            }
        }
        return returned;
    }

    private static boolean isWayBack(Runbook runbook) {
        return runbook.triggers().stream().anyMatch(trigger -> trigger.signal().equals("link.steady"));
    }

    private static boolean switches(Runbook runbook) {
        return runbook.everyStep().stream().anyMatch(Step.Ansible.class::isInstance);
    }

    /** Everything but what people still have to write down has come to a good end. */
    private static boolean gone(Runbook runbook, RunState state) {
        return runbook.steps().stream().allMatch(step -> gone(step, state));
    }

    private static boolean gone(Step step, RunState state) {
        if (step instanceof Step.Choose && state.step(step.name()).branch().isEmpty()) {
            // None applied, or a person left it out: nothing inside was ever to be done.
            return state.step(step.name()).status().hasEnded();
        }
        if (step instanceof Step.Parallel && state.step(step.name()).branch().isPresent()) {
            return true;
        }
        if (!step.inner().isEmpty()) {
            return step.inner().stream().allMatch(inner -> gone(inner, state));
        }
        StepStatus status = state.step(step.name()).status();
        return step instanceof Step.Task
                || step instanceof Step.Notify
                || status == StepStatus.SUCCEEDED
                || status == StepStatus.NOT_NEEDED
                || status == StepStatus.SKIPPED;
    }

    private RunState state(String run) {
        return engine.state(run).orElseGet(() -> {
            RunState sum = RunState.BLANK;
            for (var recorded : store.read(run)) {
                sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
            }
            return sum;
        });
    }
}
