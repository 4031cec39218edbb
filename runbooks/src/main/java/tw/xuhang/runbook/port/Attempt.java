package tw.xuhang.runbook.port;

import java.util.Map;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;

/**
 * One attempt at one step.
 *
 * @param incident number of the incident that the run belongs to
 * @param number 1 for the first attempt
 * @param parameters the run's parameters, by name
 */
public record Attempt(
        AttemptId id, String run, String incident, Step step, int number, Map<String, String> parameters, Mode mode) {

    public Attempt {
        parameters = Map.copyOf(parameters);
    }

    /** Puts the run's parameters into a text: {@code $main} becomes the value of {@code main}. */
    public String resolve(String text) {
        String result = text;
        for (var parameter : parameters.entrySet()) {
            result = result.replace("$" + parameter.getKey(), parameter.getValue());
        }
        return result;
    }
}
