package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/**
 * Where a run of one runbook goes from a state: which facts follow at once from what happened, and when
 * time alone will change something. Pure; the engine commits what comes out and then does it.
 */
public final class Course {

    /** More facts than any runbook can bring about at one moment; beyond it the rules go in a circle. */
    private static final int MANY = 10_000;

    private final Runbook runbook;

    public Course(Runbook runbook) {
        this.runbook = runbook;
    }

    public Runbook runbook() {
        return runbook;
    }

    /** Facts to append, in order, and the state they lead to. */
    public record Plan(List<RunEntry> entries, RunState state) {
        public Plan {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What follows from a post.
     *
     * @param head seq of the run's last entry; the plan's entries stand after it
     */
    public Plan receive(RunState state, long head, Post post, Surroundings around) {
        return follow(state, head, Mail.open(runbook, state, post), around);
    }

    /** What follows from these facts, them included: the outcome of one step and the start of the next. */
    public Plan follow(RunState state, long head, List<RunEntry> facts, Surroundings around) {
        var entries = new ArrayList<RunEntry>();
        RunState reached = state;
        List<RunEntry> more = facts;
        do {
            for (RunEntry entry : more) {
                entries.add(entry);
                reached = reached.after(entry, head + entries.size(), around.now());
            }
            more = new Look(runbook, reached, around).entries();
            if (entries.size() > MANY) {
                throw new IllegalStateException("run of " + runbook.key() + " goes in a circle");
            }
        } while (!more.isEmpty());
        return new Plan(entries, reached);
    }

    /** The earliest moment at which time alone changes something, e.g. a retry or a timeout; a pause holds retries up. */
    public Optional<Instant> due(RunState state) {
        if (state.hasEnded()) {
            return Optional.empty();
        }
        boolean held = state.pause().isPresent();
        return state.steps().entrySet().stream()
                .filter(at -> !held || at.getValue().status() != StepStatus.RETRY_PLANNED)
                .flatMap(this::dues)
                .min(Instant::compareTo);
    }

    private Stream<Instant> dues(Map.Entry<String, StepState> at) {
        Step step = runbook.step(at.getKey()).orElseThrow();
        return switch (at.getValue().status()) {
            case RETRY_PLANNED -> at.getValue().retryAt().stream();
            case PARKED -> Dues.ofParked(step, at.getValue()).stream();
            case NOT_STARTED, RUNNING, ASKING, DOUBTFUL, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> Stream.empty();
        };
    }
}
