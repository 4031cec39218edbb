package tw.xuhang.runbook.language;

import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tw.xuhang.runbook.Text;

/** One table of keys that the {@link Inspector} found good; text comes out in Unicode's composed form. */
record Fields(MappingNode node) {

    Optional<String> text(String key) {
        return value(key).map(Fields::written);
    }

    String needText(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException("not inspected: " + key));
    }

    Optional<Duration> duration(String key) {
        return text(key).map(Durations::parse);
    }

    Duration needDuration(String key) {
        return Durations.parse(needText(key));
    }

    boolean flag(String key) {
        return text(key).map(Boolean::parseBoolean).orElse(false);
    }

    Optional<Text> sentence(String key) {
        return fields(key).map(Fields::asText);
    }

    Text needSentence(String key) {
        return sentence(key).orElseThrow(() -> new IllegalStateException("not inspected: " + key));
    }

    Text asText() {
        return new Text(needText(Grammar.ZH), needText(Grammar.EN));
    }

    Optional<Fields> fields(String key) {
        return value(key).map(found -> new Fields((MappingNode) found));
    }

    List<String> texts(String key) {
        return items(key).stream().map(Fields::written).toList();
    }

    List<Fields> tables(String key) {
        return items(key).stream().map(item -> new Fields((MappingNode) item)).toList();
    }

    /** Name → value, in the order of the text. */
    <T> Map<String, T> map(String key, Function<Node, T> value) {
        var map = new LinkedHashMap<String, T>();
        fields(key).stream()
                .flatMap(table -> table.node.getValue().stream())
                .forEach(tuple -> map.put(written(tuple.getKeyNode()), value.apply(tuple.getValueNode())));
        return map;
    }

    Map<String, String> textMap(String key) {
        return map(key, Fields::written);
    }

    List<Node> items(String key) {
        return value(key).map(found -> ((SequenceNode) found).getValue()).orElse(List.of());
    }

    Optional<Node> value(String key) {
        return node.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static String written(Node node) {
        return Normalizer.normalize(((ScalarNode) node).getValue().strip(), Normalizer.Form.NFC);
    }
}
