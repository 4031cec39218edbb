package tw.xuhang.runbook.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/**
 * What becomes of the other branches where the first is enough: what they have not begun, and what waits, is called
 * off; what is under way ends by itself and holds nothing up but the end of the run.
 */
final class Joining {

    private final RunState state;

    Joining(RunState state) {
        this.state = state;
    }

    /** The branch that was enough. */
    Optional<Step> first(Step.Parallel parallel) {
        Optional<String> name = state.step(parallel.name()).branch();
        return parallel.inner().stream()
                .filter(branch -> name.filter(branch.name()::equals).isPresent())
                .findFirst();
    }

    /** Names of all steps that do not count any more, whatever comes of them. */
    Set<String> off(Runbook runbook) {
        var off = new HashSet<String>();
        for (Step step : runbook.everyStep()) {
            if (step instanceof Step.Parallel parallel) {
                first(parallel).ifPresent(first -> others(parallel, first).forEach(other -> off.add(other.name())));
            }
        }
        return off;
    }

    /** What is to be called off now; empty where the branches have come to rest. */
    List<String> spared(Step.Parallel parallel, Step first) {
        return others(parallel, first).filter(this::isOpen).map(Step::name).toList();
    }

    private boolean isOpen(Step step) {
        if (!step.inner().isEmpty() && !(step instanceof Step.Choose)) {
            // As a whole only where nothing inside has begun: else what is inside tells how it went.
            return state.step(step.name()).status() == StepStatus.NOT_STARTED
                    && inside(step).allMatch(inner -> state.step(inner.name()).status() == StepStatus.NOT_STARTED);
        }
        return switch (state.step(step.name()).status()) {
            case NOT_STARTED, PARKED, RETRY_PLANNED, ASKING, DOUBTFUL -> true;
            case RUNNING -> !step.hasEffect();
            case SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }

    private static Stream<Step> others(Step.Parallel parallel, Step first) {
        return parallel.inner().stream()
                .filter(branch -> !branch.name().equals(first.name()))
                .flatMap(branch -> Stream.concat(Stream.of(branch), inside(branch)));
    }

    private static Stream<Step> inside(Step step) {
        return step.inner().stream().flatMap(inner -> Stream.concat(Stream.of(inner), inside(inner)));
    }
}
