package tw.xuhang.runbook.run;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.condition.Condition;
import tw.xuhang.runbook.condition.Vocabulary;

/** Asks conditions about a state, and remembers what they saw. */
final class Judgement {

    private final Vocabulary vocabulary;
    private final Scene scene;
    private final Map<String, String> saw = new TreeMap<>();

    Judgement(Runbook runbook, RunState state, Surroundings around) {
        this.vocabulary = Vocabulary.of(runbook);
        this.scene = new Scene(runbook, state, around);
    }

    /** What came of asking. */
    sealed interface Said {
        record Holds() implements Said {}

        record HoldsNot() implements Said {}

        /** Only a text that an older release accepted comes here; its owner is asked (R5). */
        record NotUnderstood(String why) implements Said {}
    }

    Said ask(String when) {
        return switch (Condition.read(when, vocabulary)) {
            case Condition.Read.Refused refused ->
                new Said.NotUnderstood(refused.complaints().getFirst().message());
            case Condition.Read.Understood understood -> judge(understood.condition());
        };
    }

    /** Every name that was asked about so far, and its value. */
    Map<String, String> saw() {
        return saw;
    }

    private Said judge(Condition condition) {
        var values = new HashMap<String, Object>();
        for (String name : condition.names()) {
            Object value = scene.value(name);
            values.put(name, value);
            saw.put(name, value.toString());
        }
        return condition.holds(values) ? new Said.Holds() : new Said.HoldsNot();
    }
}
