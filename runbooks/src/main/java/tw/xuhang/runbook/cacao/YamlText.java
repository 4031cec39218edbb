package tw.xuhang.runbook.cacao;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a runbook as people write it: blocks, what is short on one line, every text of others in quotes. */
final class YamlText {

    private static final int SHORT = 100;
    private static final String INSIDE = "A-Za-z0-9_./()$\\p{IsHan}，。、；：？！「」『』（）〈〉＄…'-";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z$\\p{IsHan}][" + INSIDE + "]*( [" + INSIDE + "]+)*|[1-9][0-9]{0,4}[smhd]");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String write(List<String> comments, JsonValue.Table runbook) {
        var yaml = new YamlText();
        comments.forEach(comment -> yaml.out.append("# ").append(comment).append('\n'));
        yaml.fields(runbook, 0);
        return yaml.out.toString();
    }

    private void fields(JsonValue.Table table, int indent) {
        boolean first = true;
        for (Map.Entry<String, JsonValue> field : table.fields().entrySet()) {
            out.append(first ? "" : "  ".repeat(indent));
            first = false;
            field(field.getKey(), field.getValue(), indent);
        }
    }

    private void field(String name, JsonValue value, int indent) {
        out.append(PLAIN.matcher(name).matches() ? name : quoted(name)).append(':');
        String flow = flow(value);
        boolean block = value instanceof JsonValue.Table || value instanceof JsonValue.Items;
        if (!block || (flow.length() <= SHORT && !holdsSteps(value))) {
            out.append(' ').append(flow).append('\n');
        } else if (value instanceof JsonValue.Items(List<JsonValue> values)) {
            out.append('\n');
            values.forEach(item -> item(item, indent + 1));
        } else if (value instanceof JsonValue.Table table) {
            out.append('\n').append("  ".repeat(indent + 1));
            fields(table, indent + 1);
        }
    }

    private void item(JsonValue item, int indent) {
        out.append("  ".repeat(indent)).append("- ");
        String flow = flow(item);
        if (item instanceof JsonValue.Table table && (holdsTitle(table) || flow.length() > SHORT)) {
            fields(table, indent + 1);
        } else {
            out.append(flow).append('\n');
        }
    }

    private static boolean holdsTitle(JsonValue.Table table) {
        return table.get("title").isPresent() || table.get("steps").isPresent();
    }

    private static boolean holdsSteps(JsonValue value) {
        return value.items().stream().anyMatch(item -> item instanceof JsonValue.Table table && holdsTitle(table));
    }

    private static String flow(JsonValue value) {
        return switch (value) {
            case JsonValue.Table(Map<String, JsonValue> fields) -> {
                List<String> parts = fields.entrySet().stream()
                        .map(field ->
                                (PLAIN.matcher(field.getKey()).matches() ? field.getKey() : quoted(field.getKey()))
                                        + ": " + flow(field.getValue()))
                        .toList();
                yield parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
            }
            case JsonValue.Items(List<JsonValue> values) ->
                "[" + String.join(", ", values.stream().map(YamlText::flow).toList()) + "]";
            case JsonValue.Text(String text) ->
                PLAIN.matcher(text).matches()
                                && !WORDS.contains(text.toLowerCase(Locale.ROOT))
                                && text.length() <= SHORT
                        ? text
                        : quoted(text);
            case JsonValue.Decimal(double number) -> CanonicalJson.number(number);
            case JsonValue.Truth(boolean truth) -> Boolean.toString(truth);
            case JsonValue.Nothing _ -> "null";
        };
    }

    private static String quoted(String text) {
        return CanonicalJson.text(JsonValue.of(text));
    }
}
