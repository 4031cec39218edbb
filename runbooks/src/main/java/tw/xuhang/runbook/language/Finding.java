package tw.xuhang.runbook.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong or doubtful in a file, at its place.
 *
 * @param file as the reader was told it
 * @param line from 1
 * @param column from 1, in characters
 * @param message what, why and what to do, one line, English
 */
public record Finding(String file, int line, int column, Reason rule, String message) {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparing(Finding::position)
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::message);

    /** The rule that was broken. */
    public sealed interface Reason permits Rule, RehearsalRule {

        String id();

        Level level();

        /** The rule in one sentence. */
        String says();
    }

    public Level level() {
        return rule.level();
    }

    public Position position() {
        return new Position(line, column);
    }

    /** {@code file:line:col: level: message [RULE]}, the form that editors understand. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s: %s [%s]".formatted(file, line, column, level().word(), message, rule.id());
    }

    /** The same as a JSON object. */
    public String json() {
        return Json.write(tree());
    }

    /** All of them as one JSON array. */
    public static String json(Collection<Finding> findings) {
        return Json.write(findings.stream().map(Finding::tree).toList());
    }

    /** In the order of the text, each once. */
    static List<Finding> sorted(Collection<Finding> findings) {
        return findings.stream().distinct().sorted(BY_PLACE).toList();
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("file", file);
        tree.put("line", line);
        tree.put("column", column);
        tree.put("level", level().word());
        tree.put("message", message);
        tree.put("rule", rule.id());
        return tree;
    }
}
