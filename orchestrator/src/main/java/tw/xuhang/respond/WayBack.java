package tw.xuhang.respond;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.StepStatus;

/** Whether a case that switched something has gone all the way back. Pure. */
public final class WayBack {

    private WayBack() {}

    /** A run of the case. Its state is asked for only where it matters. */
    public record Ran(String run, Runbook runbook, Supplier<RunState> state) {}

    /**
     * Where nothing was switched there is no way back to go; and a way back before the last switching counts no more.
     * What a way back lets another runbook do belongs to it: its own step says how that went.
     *
     * @param runs of the case, in the order in which they began
     */
    public static boolean isGone(List<Ran> runs) {
        boolean back = true;
        Set<String> waysBack = new HashSet<>();
        for (Ran ran : runs) {
            if (waysBack.contains(Lineage.eldest(ran.run()))) {
                continue;
            }
            if (isWayBack(ran.runbook())) {
                waysBack.add(ran.run());
                back = gone(ran.runbook(), ran.state().get());
            } else if (switched(ran)) {
                back = false;
            }
        }
        return back;
    }

    private static boolean isWayBack(Runbook runbook) {
        return runbook.triggers().stream().anyMatch(trigger -> trigger.signal().equals("link.steady"));
    }

    /** A playbook that was never begun switched nothing, unless it still may, itself or through another runbook; one that a person finished by hand did. */
    private static boolean switched(Ran ran) {
        List<String> playbooks = ran.runbook().everyStep().stream()
                .filter(Step.Ansible.class::isInstance)
                .map(Step::name)
                .toList();
        boolean runsOthers = ran.runbook().everyStep().stream().anyMatch(Step.Child.class::isInstance);
        if (playbooks.isEmpty() && !runsOthers) {
            return false;
        }
        RunState state = ran.state().get();
        return !state.hasEnded() || playbooks.stream().map(state::step).anyMatch(WayBack::wasBegun);
    }

    private static boolean wasBegun(StepState step) {
        return step.attempts() > 0 || step.status() == StepStatus.SUCCEEDED;
    }

    /** Everything but what people still have to write down has come to a good end. */
    private static boolean gone(Runbook runbook, RunState state) {
        return runbook.steps().stream().allMatch(step -> gone(step, state));
    }

    private static boolean gone(Step step, RunState state) {
        StepState at = state.step(step.name());
        if (step instanceof Step.Choose && at.branch().isEmpty()) {
            // None applied, or a person left it out: nothing inside was ever to be done.
            return at.status().hasEnded();
        }
        if (step instanceof Step.Parallel && at.branch().isPresent()) {
            return true;
        }
        if (!step.inner().isEmpty()) {
            return step.inner().stream().allMatch(inner -> gone(inner, state));
        }
        return step instanceof Step.Task || step instanceof Step.Notify || isGood(at.status());
    }

    private static boolean isGood(StepStatus status) {
        return status == StepStatus.SUCCEEDED || status == StepStatus.NOT_NEEDED || status == StepStatus.SKIPPED;
    }
}
