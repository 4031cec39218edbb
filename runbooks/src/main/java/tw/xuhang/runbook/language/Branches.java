package tw.xuhang.runbook.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.condition.Complaint;
import tw.xuhang.runbook.condition.Condition;
import tw.xuhang.runbook.condition.Vocabulary;

/** Whether choices ask what can be answered, and leave no case out. */
final class Branches {

    private static final String WHEN = "when";

    private final Desk desk;

    Branches(Desk desk) {
        this.desk = desk;
    }

    void check() {
        for (Step step : desk.runbook().everyStep()) {
            if (step instanceof Step.Choose choose) {
                choose(choose);
            }
        }
    }

    private void choose(Step.Choose choose) {
        List<Step.Branch> branches = choose.branches();
        Vocabulary vocabulary = Vocabulary.of(desk.runbook());
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < branches.size(); i++) {
            Step.Branch branch = branches.get(i);
            if (branch.when().isEmpty()) {
                otherwise(branch, i, branches.size());
            } else if (!asked.add(branch.when().get().replaceAll("\\s+", " "))) {
                desk.note(branch, Rule.UNREACHABLE, "an earlier branch of '" + choose.name() + "' asks the same", WHEN);
            } else {
                condition(choose, branch, branch.when().get(), vocabulary);
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

    private void condition(Step.Choose choose, Step.Branch branch, String text, Vocabulary vocabulary) {
        switch (Condition.read(text, vocabulary)) {
            case Condition.Read.Refused(List<Complaint> complaints) ->
                complaints.forEach(complaint -> complain(branch, complaint, vocabulary));
            case Condition.Read.Understood(Condition condition) ->
                condition.names().forEach(name -> tooEarly(choose, branch, name));
        }
    }

    private void complain(Step.Branch branch, Complaint complaint, Vocabulary vocabulary) {
        Rule rule = switch (complaint.kind()) {
            case WRITING -> Rule.CONDITION;
            case NAME -> Rule.UNKNOWN_NAME;
            case TYPE -> Rule.CONDITION_TYPE;
            case CONSTANT -> Rule.CONSTANT_CONDITION;
        };
        String message = complaint.kind() == Complaint.Kind.NAME
                ? "there is no '" + complaint.message() + "'" + Nearest.hint(complaint.message(), vocabulary.names())
                : complaint.message();
        desk.note(branch, rule, message, complaint.at(), WHEN);
    }

    /** What runs beside the choice, or comes after it, may or may not be over when it is asked about. */
    private void tooEarly(Step.Choose choose, Step.Branch branch, String name) {
        Runbook runbook = desk.runbook();
        List<Step> line = Stream.concat(runbook.steps().stream(), runbook.verify().stream())
                .toList();
        named(name)
                .filter(step -> Order.holds(line, choose) && !Order.precedes(line, step, choose))
                .ifPresent(step -> desk.note(
                        branch,
                        Rule.ASKED_TOO_EARLY,
                        "'" + step.name() + "' need not be over when '" + choose.name() + "' is decided",
                        WHEN));
    }

    private Optional<Step> named(String name) {
        var steps = new HashMap<String, Step>();
        desk.runbook().everyStep().forEach(step -> steps.put(Vocabulary.written(step.name()), step));
        String[] words = name.split("\\.", -1);
        return words[0].equals("steps") ? Optional.ofNullable(steps.get(words[1])) : Optional.empty();
    }
}
