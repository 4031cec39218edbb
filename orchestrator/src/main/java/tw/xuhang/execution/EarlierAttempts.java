package tw.xuhang.execution;

import java.util.Optional;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.RunEntry;

/** What earlier attempts at a step have left behind. */
public final class EarlierAttempts {

    private EarlierAttempts() {}

    /** The run that one of them began, where it has not ended. */
    public static Optional<String> openChild(RunStore store, Attempt attempt) {
        return store.read(attempt.run()).stream()
                .filter(recorded -> recorded.seq() < attempt.id().seq())
                .filter(recorded -> recorded.entry() instanceof RunEntry.StepStarted started
                        && started.step().equals(attempt.step().name()))
                .map(recorded -> Lineage.child(new AttemptId(attempt.id().stream(), recorded.seq())))
                .filter(child -> isOpen(store, child))
                .findFirst();
    }

    private static boolean isOpen(RunStore store, String run) {
        var facts = store.read(run);
        return !facts.isEmpty() && !(facts.getLast().entry() instanceof RunEntry.Ended);
    }
}
