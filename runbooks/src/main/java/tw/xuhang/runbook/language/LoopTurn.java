package tw.xuhang.runbook.language;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tw.xuhang.runbook.condition.Vocabulary;

/**
 * The steps of a loop for one of its items: every step has the item behind its name, also where another step of the
 * loop names it, and {@code $item} is the item.
 */
final class LoopTurn {

    /** Tables whose keys are the author's own words: only what stands in them is the item's. */
    private static final Set<String> DATA = Set.of("with", "record");

    private static final Pattern ASKED = Pattern.compile("\\bsteps\\.([a-z0-9_]+)");

    private final String item;
    private final Pattern mention;
    private final List<Node> body;
    private final List<String> names = new ArrayList<>();
    private final Set<String> written;

    /**
     * @param variable how the steps call the item
     * @param body the steps as they are written
     */
    LoopTurn(String variable, String item, List<Node> body) {
        this.item = item;
        this.mention = Pattern.compile("\\$" + variable + "(?![a-z0-9_])");
        this.body = body;
        body.forEach(this::collect);
        this.written = names.stream().map(Vocabulary::written).collect(Collectors.toSet());
    }

    static String named(String step, String item) {
        return step + "-" + item;
    }

    /** Of the steps as they are written. */
    List<String> names() {
        return List.copyOf(names);
    }

    Optional<String> longestName() {
        return names.stream().max(comparingInt(String::length)).map(name -> named(name, item));
    }

    List<Node> steps() {
        return body.stream().map(this::step).toList();
    }

    private void collect(Node node) {
        switch (node) {
            case MappingNode table ->
                table.getValue().forEach(tuple -> {
                    String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                    if (names(key)) {
                        names.add(((ScalarNode) tuple.getValueNode()).getValue());
                    } else if (!DATA.contains(key)) {
                        collect(tuple.getValueNode());
                    }
                });
            case SequenceNode list -> list.getValue().forEach(this::collect);
            default -> {}
        }
    }

    private static boolean names(String key) {
        return Grammar.STEPS.containsKey(key) || key.equals("branch");
    }

    private Node step(Node node) {
        return switch (node) {
            case MappingNode table -> Yaml.with(table, this::value);
            case SequenceNode list -> Yaml.with(list, this::step);
            case ScalarNode scalar -> Yaml.with(scalar, said(scalar.getValue(), item));
            default -> node;
        };
    }

    private Node value(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return DATA.contains(key) ? data(node) : step(node);
        }
        String text = scalar.getValue();
        if (names(key)) {
            return Yaml.with(scalar, named(text, item));
        }
        return Yaml.with(
                scalar,
                switch (key) {
                    case "when" -> asked(text);
                    case "until" -> until(text);
                    default -> said(text, item);
                });
    }

    private Node data(Node node) {
        return switch (node) {
            case MappingNode table -> Yaml.with(table, (_, value) -> data(value));
            case ScalarNode scalar -> Yaml.with(scalar, said(scalar.getValue(), item));
            default -> node;
        };
    }

    private String said(String text, String value) {
        return mention.matcher(text).replaceAll(Matcher.quoteReplacement(value));
    }

    private String asked(String condition) {
        String here = said(condition, Vocabulary.written(item));
        return ASKED.matcher(here)
                .replaceAll(found -> written.contains(found.group(1))
                        ? "steps." + Vocabulary.written(named(found.group(1), item))
                        : found.group());
    }

    private String until(String text) {
        int space = text.indexOf(' ');
        return space > 0 && names.contains(text.substring(0, space))
                ? named(text.substring(0, space), item) + text.substring(space)
                : text;
    }
}
