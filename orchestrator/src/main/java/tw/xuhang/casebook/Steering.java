package tw.xuhang.casebook;

import java.util.Optional;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.Shelf;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.run.Pause;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepStatus;

/** What people may decide about a run. They only tell it; its owner, on whichever node, makes facts of it (R2). */
public final class Steering {

    private final RunStore store;
    private final Shelf shelf;
    private final Engine engine;

    public Steering(RunStore store, Shelf shelf, Engine engine) {
        this.store = store;
        this.shelf = shelf;
        this.engine = engine;
    }

    /** What became of it. */
    public sealed interface Steered {
        /** It is in the run's mailbox. */
        record Told() implements Steered {}

        record UnknownRun() implements Steered {}

        record UnknownStep() implements Steered {}

        record RunOver(String ending) implements Steered {}

        /** The step goes on by itself, or is over: nobody decides about it. */
        record NotUndecided(StepStatus status) implements Steered {}

        /** Somebody was first: who, why and since when. */
        record AlreadyPaused(Pause pause) implements Steered {}

        /** There is nothing to resume. */
        record NotPaused() implements Steered {}

        /** It is being aborted: what is called off is not held up. */
        record Aborting(String by) implements Steered {}
    }

    /** The run as its facts say it is; {@link RunState#BLANK} for one that never began. */
    public RunState state(String run) {
        RunState sum = RunState.BLANK;
        for (RunStore.Recorded recorded : store.read(run)) {
            sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
        }
        return sum;
    }

    public Runbook runbook(String version) {
        return shelf.pinned(version);
    }

    /** No step starts until it is resumed; what is under way goes on. */
    public Steered pause(String run, String by, String reason) {
        RunState state = state(run);
        return over(state)
                .or(() -> state.abort().map(asked -> new Steered.Aborting(asked.by())))
                .or(() -> state.pause().map(Steered.AlreadyPaused::new))
                .orElseGet(() -> told(run, new Post.Pause(by, reason)));
    }

    public Steered resume(String run, String by) {
        RunState state = state(run);
        return over(state)
                .orElseGet(() -> state.pause().isPresent() ? told(run, new Post.Resume(by)) : new Steered.NotPaused());
    }

    public Steered abort(String run, String by, String reason) {
        RunState state = state(run);
        return over(state).orElseGet(() -> told(run, new Post.Abort(by, reason)));
    }

    public Steered decide(String run, String step, RunEntry.Decision decision, String by, String note) {
        RunState state = state(run);
        Optional<Steered> over = over(state);
        if (over.isPresent()) {
            return over.get();
        }
        Runbook runbook = runbook(state.began().orElseThrow().version());
        if (runbook.step(step).isEmpty()) {
            return new Steered.UnknownStep();
        }
        StepStatus status = state.step(step).status();
        return isUndecided(status)
                ? told(run, new Post.Decide(step, decision, by, note))
                : new Steered.NotUndecided(status);
    }

    private static Optional<Steered> over(RunState state) {
        if (state.began().isEmpty()) {
            return Optional.of(new Steered.UnknownRun());
        }
        return state.ended().map(ended -> new Steered.RunOver(ended.ending().name()));
    }

    private Steered told(String run, Post post) {
        engine.post(run, post);
        return new Steered.Told();
    }

    /** As the run itself will judge it; here so that the person hears at once that it would come to nothing. */
    private static boolean isUndecided(StepStatus status) {
        return switch (status) {
            case ASKING, DOUBTFUL, PARKED, RETRY_PLANNED -> true;
            case NOT_STARTED, RUNNING, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }
}
