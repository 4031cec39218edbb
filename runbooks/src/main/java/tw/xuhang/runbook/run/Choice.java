package tw.xuhang.runbook.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;

/**
 * Which branch of a choice applies as things stand. It is asked once: what it saw and took is a fact from then on,
 * and nobody asks again after a crash.
 */
final class Choice {

    private final Judgement judgement;

    Choice(Runbook runbook, RunState state, Surroundings around) {
        this.judgement = new Judgement(runbook, state, around);
    }

    RunEntry decide(Step.Choose choose) {
        for (Step.Branch branch : choose.branches()) {
            if (branch.when().isEmpty()) {
                return chosen(choose, Optional.of(branch));
            }
            switch (judgement.ask(branch.when().get())) {
                case Judgement.Said.Holds _ -> {
                    return chosen(choose, Optional.of(branch));
                }
                case Judgement.Said.HoldsNot _ -> {}
                case Judgement.Said.NotUnderstood(String why) -> {
                    return new RunEntry.StepEnded(
                            choose.name(),
                            Outcome.failed("the condition of '" + branch.name() + "' is not understood: " + why));
                }
            }
        }
        return chosen(choose, Optional.empty());
    }

    private RunEntry chosen(Step.Choose choose, Optional<Step.Branch> taken) {
        List<String> spared = new ArrayList<>();
        choose.branches().stream()
                .filter(branch -> taken.filter(branch::equals).isEmpty())
                .forEach(branch -> collect(branch, spared));
        return new RunEntry.Chosen(choose.name(), taken.map(Step.Branch::name).orElse(""), judgement.saw(), spared);
    }

    private static void collect(Step step, List<String> names) {
        names.add(step.name());
        step.inner().forEach(inner -> collect(inner, names));
    }
}
