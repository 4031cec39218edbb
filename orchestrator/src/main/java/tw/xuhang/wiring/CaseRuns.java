package tw.xuhang.wiring;

import java.util.List;
import java.util.Objects;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.respond.Progress;
import tw.xuhang.respond.WayBack;
import tw.xuhang.runbook.run.RunState;

/** The runs of a case, from the list of runs and from the engine that works on them. */
record CaseRuns(RunRows rows, RunStore store, KeptShelf shelf, Engine engine) implements Progress.Runs {

    @Override
    public List<Progress.RunEnd> ended(String number) {
        return rows.findByIncidentOrderByBeganAt(number).stream()
                .filter(row -> row.ending() != null)
                .map(row -> new Progress.RunEnd(row.run(), Objects.requireNonNull(row.ending()), ""))
                .toList();
    }

    @Override
    public boolean returned(String number) {
        return WayBack.isGone(rows.findByIncidentOrderByBeganAt(number).stream()
                .map(row -> new WayBack.Ran(row.run(), shelf.pinned(row.version()), () -> state(row.run())))
                .toList());
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
