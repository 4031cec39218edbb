package tw.xuhang.soak;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tw.xuhang.database.Pools;
import tw.xuhang.execution.RunStore;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.StepStatus;

/** Everybody whom a run asks, and who interferes: they answer by its mailbox, late, twice, or what nobody asked. */
final class People {

    static final Map<String, String> BY_PEOPLE = Map.of("by", "people");

    private final RunStore store;
    private final Pools pools;
    private final Shore shore;
    private final Random random;
    private boolean settling;
    private List<String> open = List.of();

    People(RunStore store, Pools pools, Shore shore, long seed) {
        this.store = store;
        this.pools = pools;
        this.shore = shore;
        this.random = new Random(seed);
    }

    /** From here on nobody interferes, and everybody answers at once. */
    void settle() {
        settling = true;
    }

    /** Looks once at every run that has not ended. */
    void look() throws SQLException {
        open = runs();
        for (String run : open) {
            RunState state = RunState.BLANK;
            for (var recorded : store.read(run)) {
                state = state.after(recorded.entry(), recorded.seq(), recorded.at());
            }
            if (state.began().isPresent() && !state.hasEnded()) {
                act(run, state);
            }
        }
    }

    /** Runs that had not ended at the last look. */
    List<String> open() {
        return open;
    }

    private List<String> runs() throws SQLException {
        try (Connection connection = pools.reading().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT run FROM run_duty ORDER BY run");
                ResultSet row = select.executeQuery()) {
            var runs = new ArrayList<String>();
            while (row.next()) {
                runs.add(row.getString(1));
            }
            return runs;
        }
    }

    private boolean chance(double of) {
        return settling || random.nextDouble() < of;
    }

    private void act(String run, RunState state) {
        if (state.pause().isPresent()) {
            if (chance(0.3)) {
                store.post(run, new Post.Resume("leader"));
            }
        } else if (!settling) {
            interfere(run, state);
        }
        state.steps().forEach((step, at) -> answer(run, step, at));
    }

    private void interfere(String run, RunState state) {
        double dice = random.nextDouble();
        if (dice < 0.01) {
            store.post(run, new Post.Pause("leader", "look first"));
        } else if (dice < 0.018 && state.abort().isEmpty()) {
            store.post(run, new Post.Abort("leader", "not needed"));
        } else if (dice < 0.04) {
            // What nobody asked, or what was over long ago.
            store.post(run, new Post.Reported("walk", new AttemptId("run/" + run, 1), Outcome.succeeded()));
            store.post(run, new Post.Resume("leader"));
        }
    }

    private void answer(String run, String step, StepState at) {
        if (at.status() == StepStatus.DOUBTFUL || at.status() == StepStatus.ASKING) {
            if (chance(0.4)) {
                store.post(run, new Post.Decide(step, decision(), "server-room", "seen"));
            }
        } else if (at.status() == StepStatus.PARKED && at.waiting().isPresent() && chance(0.4)) {
            switch (at.waiting().get()) {
                case Waiting.Person _ -> report(run, step, at);
                case Waiting.Condition _ ->
                    store.post(
                            run,
                            random.nextInt(4) == 0
                                    ? new Post.Lost(Need.DECLARATION, "refused")
                                    : new Post.Met(Need.DECLARATION));
                case Waiting.SignalOf signal -> store.post(run, new Post.SignalSeen(signal.kind()));
                default -> {}
            }
        }
    }

    private RunEntry.Decision decision() {
        int dice = random.nextInt(10);
        if (dice < 4) {
            return RunEntry.Decision.RETRY;
        }
        return dice < 7
                ? RunEntry.Decision.FINISHED_BY_HAND
                : dice < 9 ? RunEntry.Decision.SKIP : RunEntry.Decision.LET_FAIL;
    }

    private void report(String run, String step, StepState at) {
        var attempt = new AttemptId("run/" + run, at.attemptSeq());
        if (shore.isWithdrawn(attempt.ident())) {
            // It is not before anybody any more: a run that waits for it waits for nothing (R4).
            return;
        }
        Outcome outcome =
                random.nextInt(6) == 0 ? new Outcome.Failed("cannot", BY_PEOPLE) : new Outcome.Succeeded(BY_PEOPLE);
        int times = random.nextInt(5) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            store.post(run, new Post.Reported(step, attempt, outcome));
        }
    }
}
