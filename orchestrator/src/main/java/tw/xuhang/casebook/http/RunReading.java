package tw.xuhang.casebook.http;

import jakarta.inject.Singleton;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.Shelf;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.run.RunState;

/** A run as its facts say it is, whichever node works on it. */
@Singleton
final class RunReading {

    private final RunStore store;
    private final Shelf shelf;

    RunReading(RunStore store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    Runbook runbook(String version) {
        return shelf.pinned(version);
    }

    /** {@link RunState#BLANK} for a run that never began. */
    RunState state(String run) {
        RunState sum = RunState.BLANK;
        for (RunStore.Recorded recorded : store.read(run)) {
            sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
        }
        return sum;
    }
}
