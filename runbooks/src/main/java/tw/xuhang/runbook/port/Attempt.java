package tw.xuhang.runbook.port;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.Conduct;
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

    /** Whole names and one pass only: neither {@code $main2} nor a value with a dollar sign is read twice. */
    private static final Pattern PARAMETER = Pattern.compile("\\$([a-z][a-z0-9_]*)");

    public Attempt {
        parameters = Map.copyOf(parameters);
    }

    /** How far it goes in the run's mode. */
    public Conduct conduct() {
        return step.conduct(mode);
    }

    /** Puts the run's parameters into a text: {@code $main} becomes the value of {@code main}. */
    public String resolve(String text) {
        return resolve(text, parameters);
    }

    public static String resolve(String text, Map<String, String> parameters) {
        return PARAMETER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(parameters.getOrDefault(found.group(1), found.group())));
    }
}
