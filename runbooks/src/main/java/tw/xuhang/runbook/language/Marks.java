package tw.xuhang.runbook.language;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** Where the parts of a runbook stand in its file. */
public final class Marks {

    private final MappingNode root;
    private final IdentityHashMap<Step, Node> steps = new IdentityHashMap<>();

    Marks(MappingNode root) {
        this.root = root;
    }

    void put(Step step, MappingNode node) {
        steps.put(step, node);
    }

    /** Whether nobody wrote this very step: it holds what a loop stands for. */
    boolean isMade(Step step) {
        return Unrolling.made(steps.getOrDefault(step, root));
    }

    /** Where the runbook says {@code path}: keys, and indexes from 0; as near to it as there is something. */
    public Position at(Runbook runbook, String... path) {
        return walk(root, List.of(path));
    }

    /** Where this very step (not one that equals it) says {@code path}. */
    public Position at(Step step, String... path) {
        return walk(steps.getOrDefault(step, root), List.of(path));
    }

    /** A place inside the text that stands there; its beginning where lines or escapes hide the place. */
    Position inside(Step step, int offset, String... path) {
        Node node = find(steps.getOrDefault(step, root), List.of(path));
        Position start = Findings.position(node.getStartMark());
        if (!(node instanceof ScalarNode text)) {
            return start;
        }
        int quote = text.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        Position end = Findings.position(node.getEndMark());
        int written = end.column() - start.column() - 2 * quote;
        boolean asItIs = end.line() == start.line()
                && written == text.getValue().codePointCount(0, text.getValue().length());
        return asItIs ? new Position(start.line(), start.column() + quote + offset) : start;
    }

    private static Position walk(Node from, List<String> path) {
        return Findings.position(find(from, path).getStartMark());
    }

    private static Node find(Node from, List<String> path) {
        Node node = from;
        for (String key : path) {
            Optional<Node> next = child(node, key);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return node;
    }

    private static Optional<Node> child(Node node, String key) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
            case SequenceNode list -> Optional.of(list.getValue().get(Integer.parseInt(key)));
            default -> Optional.empty();
        };
    }
}
