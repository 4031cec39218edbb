package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tw.xuhang.runbook.Text;

/**
 * Puts the steps that it stands for in the place of each {@code for each}. Behind it there are no loops: runs, paper,
 * rehearsals and the checker see every step by its own name, at the place in the text where it was written.
 */
final class Unrolling {

    static final String KIND = "for each";
    /** As many as a runbook may have that writes them all out. */
    static final int MOST_STEPS = 2 * Grammar.MOST_STEPS;

    /** Of the steps that hold a loop's steps: nobody wrote them. */
    private static final Tag MADE = new Tag("!made");

    private final List<String> served;
    private final Findings findings;
    private int made;

    private Unrolling(List<String> served, Findings findings) {
        this.served = served;
        this.findings = findings;
    }

    static MappingNode of(MappingNode root, Findings findings) {
        List<String> served =
                new Fields(root).fields("serves").map(f -> f.texts("services")).orElse(List.of());
        return (MappingNode) new Unrolling(served, findings).unrolled(root);
    }

    /** Whether a loop stood there. */
    static boolean made(Node node) {
        return MADE.equals(node.getTag());
    }

    private Node unrolled(Node node) {
        return switch (node) {
            case MappingNode table when Values.keys(table).contains(KIND) -> loop(new Fields(table));
            case MappingNode table -> Yaml.with(table, (key, value) -> unrolled(value));
            case SequenceNode list -> Yaml.with(list, this::unrolled);
            default -> node;
        };
    }

    private Node loop(Fields from) {
        String name = from.needText(KIND);
        List<String> items = from.value("items").isPresent() ? from.texts("items") : served;
        List<Node> turns = new ArrayList<>();
        for (String item : items) {
            if (made <= MOST_STEPS) {
                turns.add(turn(from, name, item));
            }
        }
        String kind = from.flag("together") ? "parallel" : "sequence";
        return step(from.node(), kind, name, from.sentence("title"), turns);
    }

    private Node turn(Fields from, String name, String item) {
        var turn = new LoopTurn(from.needText("item"), item, from.items("steps"));
        List<Node> steps = turn.steps().stream().map(this::unrolled).toList();
        count(from, turn);
        if (steps.size() == 1) {
            return steps.getFirst();
        }
        Optional<Text> title =
                from.sentence("title").map(text -> new Text(text.zh() + "：" + item, text.en() + ": " + item));
        return step(from.node(), "sequence", LoopTurn.named(name, item), title, steps);
    }

    private void count(Fields from, LoopTurn turn) {
        boolean enough = made > MOST_STEPS;
        made += turn.names().size();
        if (!enough && made > MOST_STEPS) {
            findings.add(Rule.LOOP_TOO_LONG, from.node(), "loops make more than " + MOST_STEPS + " steps");
        }
        turn.longestName()
                .filter(name -> name.length() > Phrases.LONGEST_STEP)
                .ifPresent(name -> findings.add(
                        Rule.LOOP_TOO_LONG,
                        from.node(),
                        "a step would be called '" + name + "', longer than " + Phrases.LONGEST_STEP + " characters"));
    }

    private static Node step(Node at, String kind, String name, Optional<Text> title, List<Node> steps) {
        List<NodeTuple> keys = new ArrayList<>();
        keys.add(Yaml.pair(at, kind, Yaml.text(at, name)));
        title.ifPresent(text -> keys.add(Yaml.pair(
                at,
                "title",
                Yaml.table(
                        at,
                        Tag.MAP,
                        List.of(
                                Yaml.pair(at, Grammar.ZH, Yaml.text(at, text.zh())),
                                Yaml.pair(at, Grammar.EN, Yaml.text(at, text.en())))))));
        keys.add(Yaml.pair(
                at,
                "steps",
                new SequenceNode(Tag.SEQ, true, steps, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark())));
        return Yaml.table(at, MADE, keys);
    }
}
