package tw.xuhang.runbook.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;

/** One look at a run: every fact that follows from the state as it is. */
final class Look {

    /** How a step, or a list of steps, stands for what comes after it. */
    private enum Progress {
        /** What comes after may start. */
        DONE,
        /** Not yet. */
        OPEN,
        /** It failed: what comes after never starts. */
        BROKEN
    }

    private final Runbook runbook;
    private final RunState state;
    private final Leaf leaf;
    private final Joining joining;
    /** Steps of branches that were called off: how they end changes nothing. */
    private final Set<String> off;
    /** Looks how things stand without letting anything follow from it. */
    private boolean quiet;

    private final List<RunEntry> entries = new ArrayList<>();

    Look(Runbook runbook, RunState state, Surroundings around) {
        this.runbook = runbook;
        this.state = state;
        this.leaf = new Leaf(runbook, state, around);
        this.joining = new Joining(state);
        this.off = joining.off(runbook);
    }

    List<RunEntry> entries() {
        if (state.hasEnded() || state.began().isEmpty()) {
            return List.of();
        }
        if (state.abort().isPresent()) {
            wind(
                    Outcome.failed("aborted"),
                    RunEnding.ABORTED,
                    state.abort().get().reason());
        } else if (closedEarly().isPresent() && state.pause().isEmpty()) {
            String name = closedEarly().get();
            wind(Outcome.notNeeded("run ended: " + name), RunEnding.CLOSED_EARLY, name);
        } else {
            goOn();
        }
        return entries;
    }

    private void goOn() {
        Progress progress = sequence(runbook.steps());
        if (progress == Progress.DONE) {
            progress = sequence(runbook.verify());
        }
        switch (progress) {
            case OPEN -> {}
            case DONE -> end(leftOut() ? RunEnding.PARTIAL : RunEnding.SUCCEEDED, "");
            case BROKEN -> {
                if (undone()) {
                    end(RunEnding.FAILED, "");
                }
            }
        }
    }

    /** Ends what waits, leaves what runs to end by itself, then ends the run. */
    private void wind(Outcome outcome, RunEnding ending, String note) {
        for (var at : state.steps().entrySet()) {
            switch (at.getValue().status()) {
                case PARKED, RETRY_PLANNED, ASKING, DOUBTFUL ->
                    entries.add(new RunEntry.StepEnded(at.getKey(), outcome));
                case RUNNING, NOT_STARTED, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> {}
            }
        }
        end(ending, note);
    }

    /** Not before what was called off while it was under way has ended too, and not while somebody holds the run up. */
    private void end(RunEnding ending, String note) {
        boolean running = state.steps().values().stream().anyMatch(at -> at.status() == StepStatus.RUNNING);
        if (entries.isEmpty() && !running && state.pause().isEmpty()) {
            entries.add(new RunEntry.Ended(ending, note));
        }
    }

    private Progress sequence(List<Step> steps) {
        for (Step step : steps) {
            Progress progress = one(step);
            if (progress != Progress.DONE) {
                return progress;
            }
        }
        return Progress.DONE;
    }

    private Progress one(Step step) {
        return switch (step) {
            case Step.Sequence inner -> sequence(inner.inner());
            case Step.Parallel inner ->
                inner.join() == Step.Parallel.Join.ANY ? firstOf(inner) : together(inner.inner());
            case Step.Branch inner -> sequence(inner.inner());
            case Step.Choose choose -> chosen(choose);
            default -> single(step);
        };
    }

    private Progress together(List<Step> branches) {
        var progress = EnumSet.noneOf(Progress.class);
        branches.forEach(branch -> progress.add(one(branch)));
        if (progress.contains(Progress.OPEN)) {
            return Progress.OPEN;
        }
        return progress.contains(Progress.BROKEN) ? Progress.BROKEN : Progress.DONE;
    }

    /** Done with the first branch that is; a branch that failed leaves it to the others. */
    private Progress firstOf(Step.Parallel parallel) {
        Optional<Step> first = joining.first(parallel);
        if (first.isPresent()) {
            callOff(parallel, first.get());
            if (!quiet) {
                // It was enough as a whole: inside it, too, one branch may have been, and the others are called off.
                one(first.get());
            }
            return Progress.DONE;
        }
        first = parallel.inner().stream()
                .filter(branch -> quietly(branch) == Progress.DONE)
                .findFirst();
        if (first.isEmpty()) {
            var progress = EnumSet.noneOf(Progress.class);
            parallel.inner().forEach(branch -> progress.add(one(branch)));
            return progress.contains(Progress.OPEN) ? Progress.OPEN : Progress.BROKEN;
        }
        if (quiet) {
            return Progress.DONE;
        }
        entries.add(new RunEntry.Joined(parallel.name(), first.get().name(), joining.spared(parallel, first.get())));
        return Progress.OPEN;
    }

    private void callOff(Step.Parallel parallel, Step first) {
        List<String> spared = quiet ? List.of() : joining.spared(parallel, first);
        if (!spared.isEmpty()) {
            entries.add(new RunEntry.Joined(parallel.name(), first.name(), spared));
        }
    }

    private Progress quietly(Step branch) {
        boolean before = quiet;
        quiet = true;
        Progress progress = one(branch);
        quiet = before;
        return progress;
    }

    /** The decision, then the branch that it took; the others are not needed, and so is all when a person left it out. */
    private Progress chosen(Step.Choose choose) {
        Progress progress = single(choose);
        if (progress != Progress.DONE) {
            return progress;
        }
        Optional<String> taken = state.step(choose.name()).branch();
        return choose.branches().stream()
                .filter(branch -> taken.filter(branch.name()::equals).isPresent())
                .findFirst()
                .map(branch -> sequence(branch.inner()))
                .orElse(Progress.DONE);
    }

    private Progress single(Step step) {
        StepState at = state.step(step.name());
        // What has failed is the only status of which nothing but a look says whether that is the end.
        if (!quiet || at.status() == StepStatus.FAILED) {
            Optional<RunEntry> next = leaf.next(step, at);
            if (next.isPresent()) {
                next.filter(_ -> !quiet).ifPresent(entries::add);
                return Progress.OPEN;
            }
        }
        return switch (at.status()) {
            case SUCCEEDED, NOT_NEEDED, SKIPPED -> Progress.DONE;
            case FAILED -> step.frame().onFailure() instanceof OnFailure.Continue ? Progress.DONE : Progress.BROKEN;
            case NOT_STARTED, RUNNING, PARKED, RETRY_PLANNED, ASKING, DOUBTFUL -> Progress.OPEN;
        };
    }

    /** The name under which a failed gate closes the run, when one did. */
    private Optional<String> closedEarly() {
        return runbook.everyStep().stream()
                .filter(s -> state.step(s.name()).status() == StepStatus.FAILED)
                .filter(s -> !off.contains(s.name()))
                .filter(s -> leaf.next(s, state.step(s.name())).isEmpty())
                .flatMap(s -> s.frame().onFailure() instanceof OnFailure.End end
                        ? Optional.of(end.name()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    private boolean leftOut() {
        return runbook.everyStep().stream()
                .map(s -> state.step(s.name()).status())
                .anyMatch(s -> s == StepStatus.FAILED || s == StepStatus.SKIPPED);
    }

    /** Takes back in reverse order what succeeded, where a failed step says so. True when nothing is left to undo. */
    private boolean undone() {
        boolean asked = runbook.everyStep().stream()
                .filter(s -> !off.contains(s.name()))
                .anyMatch(s -> state.step(s.name()).status() == StepStatus.FAILED
                        && s.frame().onFailure() instanceof OnFailure.Undo);
        if (!asked) {
            return true;
        }
        List<Step> undo = runbook.everyStep().stream()
                .filter(s -> s.frame().undo().isPresent())
                .filter(s -> state.step(s.name()).status() == StepStatus.SUCCEEDED)
                .sorted(Comparator.comparingLong(
                                (Step s) -> state.step(s.name()).attemptSeq())
                        .reversed())
                .map(s -> runbook.step(s.frame().undo().orElseThrow()).orElseThrow())
                .distinct()
                .toList();
        for (Step step : undo) {
            if (one(step) == Progress.OPEN) {
                return false;
            }
        }
        return true;
    }
}
