package tw.xuhang.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the runbooks of a case call themselves and their steps, in the reader's language.
 *
 * @param runbooks title by key
 * @param steps title by name, of each run
 */
public record Titles(Map<String, String> runbooks, Map<String, Map<String, String>> steps) {

    public Titles {
        runbooks = Map.copyOf(runbooks);
        steps = Map.copyOf(steps);
    }

    static Titles of(Look look, List<Overview.RunParts> runs) {
        var runbooks = new HashMap<String, String>();
        var steps = new HashMap<String, Map<String, String>>();
        for (Overview.RunParts run : runs) {
            runbooks.put(run.runbook().key(), look.say(run.runbook().title()));
            steps.put(
                    run.line().run(),
                    run.runbook().everyStep().stream()
                            .collect(Collectors.toMap(
                                    step -> step.name(),
                                    step -> look.say(step.frame().title()),
                                    (a, b) -> a)));
        }
        return new Titles(runbooks, steps);
    }

    /** The key itself where nothing is known of it. */
    public String runbook(String key) {
        return runbooks.getOrDefault(key, key);
    }

    public String step(String run, String name) {
        return steps.getOrDefault(run, Map.of()).getOrDefault(name, name);
    }
}
