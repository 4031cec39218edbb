package tw.xuhang.runbook.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.condition.Condition;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.port.Outcome;

/**
 * Which branch of a choice applies as things stand. It is asked once: what it saw and took is a fact from then on,
 * and nobody asks again after a crash.
 */
final class Choice {

    private final Vocabulary vocabulary;
    private final Scene scene;

    Choice(Runbook runbook, RunState state, Surroundings around) {
        this.vocabulary = Vocabulary.of(runbook);
        this.scene = new Scene(runbook, state, around);
    }

    RunEntry decide(Step.Choose choose) {
        var saw = new TreeMap<String, String>();
        for (Step.Branch branch : choose.branches()) {
            if (branch.when().isEmpty()) {
                return chosen(choose, Optional.of(branch), saw);
            }
            switch (Condition.read(branch.when().get(), vocabulary)) {
                case Condition.Read.Refused refused -> {
                    // Only a text that an older release accepted comes here; its owner is asked (R5).
                    String why = refused.complaints().getFirst().message();
                    return new RunEntry.StepEnded(
                            choose.name(),
                            Outcome.failed("the condition of '" + branch.name() + "' is not understood: " + why));
                }
                case Condition.Read.Understood understood -> {
                    if (holds(understood.condition(), saw)) {
                        return chosen(choose, Optional.of(branch), saw);
                    }
                }
            }
        }
        return chosen(choose, Optional.empty(), saw);
    }

    private boolean holds(Condition condition, Map<String, String> saw) {
        var values = new HashMap<String, Object>();
        for (String name : condition.names()) {
            Object value = scene.value(name);
            values.put(name, value);
            saw.put(name, value.toString());
        }
        return condition.holds(values);
    }

    private static RunEntry chosen(Step.Choose choose, Optional<Step.Branch> taken, Map<String, String> saw) {
        var spared = new ArrayList<String>();
        choose.branches().stream()
                .filter(branch -> taken.filter(branch::equals).isEmpty())
                .forEach(branch -> collect(branch, spared));
        return new RunEntry.Chosen(choose.name(), taken.map(Step.Branch::name).orElse(""), saw, spared);
    }

    private static void collect(Step step, List<String> names) {
        names.add(step.name());
        step.inner().forEach(inner -> collect(inner, names));
    }
}
