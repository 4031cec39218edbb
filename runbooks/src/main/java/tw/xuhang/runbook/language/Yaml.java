package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Nodes that stand where others stood, so that a finding about them names a place that its author knows. */
final class Yaml {

    private Yaml() {}

    /** The table with each value changed, given its key; the very same table where nothing changes. */
    static MappingNode with(MappingNode table, BiFunction<String, Node, Node> change) {
        List<NodeTuple> tuples = new ArrayList<>();
        boolean same = true;
        for (NodeTuple tuple : table.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
            Node value = change.apply(key, tuple.getValueNode());
            same &= isSame(value, tuple.getValueNode());
            tuples.add(new NodeTuple(tuple.getKeyNode(), value));
        }
        return same ? table : table(table, table.getTag(), tuples);
    }

    /** The list with each element changed; the very same list where nothing changes. */
    static SequenceNode with(SequenceNode list, UnaryOperator<Node> change) {
        List<Node> elements = new ArrayList<>();
        boolean same = true;
        for (Node element : list.getValue()) {
            Node changed = change.apply(element);
            same &= isSame(changed, element);
            elements.add(changed);
        }
        return same
                ? list
                : new SequenceNode(
                        list.getTag(), true, elements, list.getFlowStyle(), list.getStartMark(), list.getEndMark());
    }

    static ScalarNode with(ScalarNode scalar, String text) {
        return scalar.getValue().equals(text)
                ? scalar
                : new ScalarNode(
                        scalar.getTag(),
                        true,
                        text,
                        scalar.getScalarStyle(),
                        scalar.getStartMark(),
                        scalar.getEndMark());
    }

    static ScalarNode text(Node at, String text) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.PLAIN, at.getStartMark(), at.getEndMark());
    }

    static NodeTuple pair(Node at, String key, Node value) {
        return new NodeTuple(text(at, key), value);
    }

    /** @param tag what kind of table it is to be known as */
    static MappingNode table(Node at, Tag tag, List<NodeTuple> tuples) {
        return new MappingNode(tag, true, tuples, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }

    @SuppressWarnings("ReferenceEquality") // what stands there, not what is like it
    private static boolean isSame(Node one, Node other) {
        return one == other;
    }
}
