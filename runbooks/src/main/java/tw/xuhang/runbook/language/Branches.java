package tw.xuhang.runbook.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tw.xuhang.runbook.Step;

/** Whether choices and steps ask what can be answered, and choices leave no case out. */
final class Branches {

    private static final String WHEN = Conditions.WHEN;

    private final Desk desk;
    private final Conditions conditions;

    Branches(Desk desk) {
        this.desk = desk;
        this.conditions = new Conditions(desk);
    }

    void check() {
        for (Step step : desk.runbook().everyStep()) {
            if (step instanceof Step.Choose choose) {
                choose(choose);
            }
            step.frame().when().ifPresent(when -> conditions.check(step, step, when));
        }
    }

    private void choose(Step.Choose choose) {
        List<Step.Branch> branches = choose.branches();
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < branches.size(); i++) {
            Step.Branch branch = branches.get(i);
            if (branch.when().isEmpty()) {
                otherwise(branch, i, branches.size());
            } else if (!asked.add(branch.when().get().replaceAll("\\s+", " "))) {
                desk.note(branch, Rule.UNREACHABLE, "an earlier branch of '" + choose.name() + "' asks the same", WHEN);
            } else {
                conditions.check(choose, branch, branch.when().get());
            }
        }
        boolean open = branches.stream().noneMatch(branch -> branch.when().isEmpty());
        if (open && branches.size() > 1) {
            desk.note(
                    choose,
                    Rule.NO_OTHERWISE,
                    "'" + choose.name() + "' does not say what to do when no branch applies; "
                            + "add a branch with 'when: otherwise'");
        }
    }

    private void otherwise(Step.Branch branch, int index, int many) {
        if (index == 0) {
            desk.note(branch, Rule.OTHERWISE_LAST, "'otherwise' has no condition before it", WHEN);
        } else if (index < many - 1) {
            desk.note(branch, Rule.OTHERWISE_LAST, "what stands after 'otherwise' is never reached", WHEN);
        }
    }
}
