package tw.xuhang.integration.ansible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extra variables as a JSON file: every string is marked unsafe, so that Ansible takes it as data and
 * never looks for templates in it.
 */
final class Variables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Variables() {}

    /** Why these cannot be handed on; empty if they can. */
    static Optional<String> refusal(Map<String, Object> variables) {
        for (var variable : variables.entrySet()) {
            if (!NAME.matcher(variable.getKey()).matches()) {
                return Optional.of("not the name of a variable: " + OneLine.of(variable.getKey(), 80));
            }
            if (instructs(variable.getValue())) {
                return Optional.of(
                        "variable " + variable.getKey() + " holds a key that Ansible reads as an instruction");
            }
        }
        return Optional.empty();
    }

    /** Keys such as {@code __ansible_vault} are no data; none may come from outside. */
    private static boolean instructs(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Variables::instructs);
        }
        return value instanceof Map<?, ?> map
                && map.entrySet().stream()
                        .anyMatch(e -> String.valueOf(e.getKey()).startsWith("__ansible") || instructs(e.getValue()));
    }

    static ObjectNode json(Map<String, Object> variables) {
        ObjectNode all = NODES.objectNode();
        variables.forEach((name, value) -> all.set(name, node(value)));
        return all;
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((key, item) -> object.set(String.valueOf(key), node(item)));
                yield object;
            }
            default -> NODES.objectNode().put("__ansible_unsafe", value.toString());
        };
    }
}
