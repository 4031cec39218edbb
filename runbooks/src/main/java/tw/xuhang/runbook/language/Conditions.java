package tw.xuhang.runbook.language;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.condition.Complaint;
import tw.xuhang.runbook.condition.Condition;
import tw.xuhang.runbook.condition.Vocabulary;

/** Whether a condition asks what there is, and what is known by then. */
final class Conditions {

    static final String WHEN = "when";

    private final Desk desk;
    private final Vocabulary vocabulary;

    Conditions(Desk desk) {
        this.desk = desk;
        this.vocabulary = Vocabulary.of(desk.runbook());
    }

    /**
     * @param decided the step that the condition decides about
     * @param at the step that holds it
     */
    void check(Step decided, Step at, String text) {
        switch (Condition.read(text, vocabulary)) {
            case Condition.Read.Refused(List<Complaint> complaints) ->
                complaints.forEach(complaint -> complain(at, complaint));
            case Condition.Read.Understood(Condition condition) ->
                condition.names().forEach(name -> tooEarly(decided, at, name));
        }
    }

    private void complain(Step at, Complaint complaint) {
        Rule rule = switch (complaint.kind()) {
            case WRITING -> Rule.CONDITION;
            case NAME -> Rule.UNKNOWN_NAME;
            case TYPE -> Rule.CONDITION_TYPE;
            case CONSTANT -> Rule.CONSTANT_CONDITION;
        };
        String message = complaint.kind() == Complaint.Kind.NAME
                ? "there is no '" + complaint.message() + "'" + Nearest.hint(complaint.message(), vocabulary.names())
                : complaint.message();
        desk.note(at, rule, message, complaint.at(), WHEN);
    }

    /** What runs beside the choice, or comes after it, may or may not be over when it is asked about. */
    private void tooEarly(Step decided, Step at, String name) {
        Runbook runbook = desk.runbook();
        List<Step> line = Stream.concat(runbook.steps().stream(), runbook.verify().stream())
                .toList();
        named(name)
                .filter(step -> Order.holds(line, decided) && !Order.precedes(line, step, decided))
                .ifPresent(step -> desk.note(
                        at,
                        Rule.ASKED_TOO_EARLY,
                        "'" + step.name() + "' need not be over when '" + decided.name() + "' is decided",
                        WHEN));
    }

    private Optional<Step> named(String name) {
        var steps = new HashMap<String, Step>();
        desk.runbook().everyStep().forEach(step -> steps.put(Vocabulary.written(step.name()), step));
        String[] words = name.split("\\.", -1);
        return words[0].equals("steps") ? Optional.ofNullable(steps.get(words[1])) : Optional.empty();
    }
}
