package tw.xuhang.runbook.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A runbook's tree as maps, lists, texts, numbers and truth values. */
final class PlainTree {

    private PlainTree() {}

    static Object of(Node node) {
        return switch (node) {
            case MappingNode table -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (NodeTuple field : table.getValue()) {
                    map.put(String.valueOf(of(field.getKeyNode())), of(field.getValueNode()));
                }
                yield map;
            }
            case SequenceNode list -> {
                List<Object> values = new ArrayList<>();
                list.getValue().forEach(value -> values.add(of(value)));
                yield values;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("no part of a runbook: " + node.getNodeType());
        };
    }

    private static Object scalar(ScalarNode scalar) {
        String written = scalar.getValue();
        if (Tag.BOOL.equals(scalar.getTag())) {
            return Boolean.valueOf(written);
        }
        boolean number = Tag.INT.equals(scalar.getTag()) || Tag.FLOAT.equals(scalar.getTag());
        return number && written.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?") ? new BigDecimal(written) : written;
    }
}
