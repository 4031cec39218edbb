package tw.xuhang.runbook.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Holds a tree of YAML against the tables of keys and says everything that does not fit. */
final class Inspector {

    private final Findings findings;
    private final Values values;
    private int steps;

    Inspector(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** @param shape of the whole file */
    void file(Node root, Shape shape) {
        if (root instanceof MappingNode mapping) {
            fields(mapping, shape, Optional.empty());
        } else {
            findings.add(Rule.WRONG_TYPE, root, shape.name() + " is a table of keys, not " + Values.what(root));
        }
    }

    private void value(Node node, Form form, String what) {
        if (Tag.NULL.equals(node.getTag())) {
            findings.add(Rule.EMPTY_VALUE, node, what + " is empty; give it a value or leave the key out");
            return;
        }
        switch (form) {
            case Form.Fields(Shape shape) ->
                mapping(node, what).ifPresent(mapping -> fields(mapping, shape, Optional.empty()));
            case Form.ListOf(Form item, int most) ->
                list(node, what, most, element -> value(element, item, "a value of " + what));
            case Form.MapOf map -> mapping(node, what).ifPresent(mapping -> names(mapping, map, what));
            case Form.Steps _ -> list(node, what, Grammar.MOST_STEPS, this::step);
            case Form.BothLanguages(int longest) -> bothLanguages(node, longest, what);
            case Form.Phrase phrase -> values.phrase(node, phrase, what);
            case Form.Line(int longest) -> values.text(node, longest, what);
            case Form.Choice choice -> values.choice(node, choice, what);
            case Form.Flag _ -> values.flag(node, what);
            case Form.Count count -> values.count(node, count, what);
            case Form.Time _ -> values.duration(node, what);
            case Form.Scalar _ -> values.scalar(node, what);
        }
    }

    /** @param ignored a key that was spoken about already */
    private void fields(MappingNode node, Shape shape, Optional<String> ignored) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            Optional<String> name = key(tuple, seen);
            if (name.isEmpty() || name.equals(ignored)) {
                continue;
            }
            Optional<Key> key = shape.key(name.get());
            if (key.isPresent()) {
                value(tuple.getValueNode(), key.get().form(), "'" + name.get() + "' of " + shape.name());
            } else {
                findings.add(
                        Rule.UNKNOWN_KEY,
                        tuple.getKeyNode(),
                        "unknown key '" + name.get() + "' in " + shape.name()
                                + Nearest.hint(name.get(), shape.names()));
            }
        }
        missing(node, shape, seen, ignored);
    }

    private void missing(MappingNode node, Shape shape, Set<String> seen, Optional<String> ignored) {
        for (Key key : shape.keys()) {
            boolean excused = ignored.isPresent() && shape.keys().getFirst().equals(key);
            if (key.required() && !seen.contains(key.name()) && !excused) {
                findings.add(
                        Rule.MISSING_KEY, node, shape.name() + " needs '" + key.name() + "': " + lowerFirst(key.doc()));
            }
        }
        for (Shape.Either either : shape.either()) {
            List<String> there = either.names().stream().filter(seen::contains).toList();
            String names = "'" + String.join("' or '", either.names()) + "'";
            if (there.isEmpty() && either.needed()) {
                findings.add(Rule.EITHER_OR, node, shape.name() + " needs " + names);
            } else if (there.size() > 1) {
                findings.add(Rule.EITHER_OR, node, shape.name() + " takes " + names + ", not both");
            }
        }
    }

    private void names(MappingNode node, Form.MapOf map, String what) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            Optional<String> name = key(tuple, seen);
            if (name.isEmpty()) {
                continue;
            }
            if (!map.key().fits(name.get())) {
                findings.add(
                        Rule.BAD_VALUE,
                        tuple.getKeyNode(),
                        "'" + name.get() + "' in " + what + " is not "
                                + map.key().wanted());
            }
            value(tuple.getValueNode(), map.value(), "'" + name.get() + "' in " + what);
        }
        values.size(node, node.getValue().size(), map.most(), what);
    }

    /** The key as text; empty where it is none, or where it stands for the second time. */
    private Optional<String> key(NodeTuple tuple, Set<String> seen) {
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            findings.add(
                    Rule.WRONG_TYPE, tuple.getKeyNode(), "a key is a word, not " + Values.what(tuple.getKeyNode()));
            return Optional.empty();
        }
        if (!seen.add(scalar.getValue())) {
            findings.add(Rule.DUPLICATE_KEY, scalar, "'" + scalar.getValue() + "' stands twice in the same table");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private void step(Node node) {
        if (++steps == 2 * Grammar.MOST_STEPS) {
            findings.add(Rule.TOO_MUCH, node, "more than " + 2 * Grammar.MOST_STEPS + " steps; divide the runbook");
        }
        if (!(node instanceof MappingNode mapping)) {
            findings.add(Rule.WRONG_TYPE, node, "a step is a table of keys, not " + Values.what(node));
            return;
        }
        List<String> keys = Values.keys(mapping);
        List<String> kinds =
                keys.stream().filter(Grammar.STEPS::containsKey).distinct().toList();
        if (kinds.size() == 1) {
            fields(mapping, Grammar.shape(kinds.getFirst()), Optional.empty());
        } else if (kinds.size() > 1) {
            onlyKeys(mapping);
            findings.add(Rule.STEP_KIND, node, "a step has one kind, not " + String.join(" and ", kinds));
        } else {
            stepOfNoKind(mapping, keys);
        }
    }

    private void stepOfNoKind(MappingNode node, List<String> keys) {
        for (String key : keys) {
            Optional<String> meant = Nearest.to(key, Grammar.STEPS.keySet());
            if (meant.isPresent()) {
                findings.add(
                        Rule.STEP_KIND,
                        node,
                        "unknown kind of step '" + key + "'; did you mean '" + meant.get() + "'?");
                fields(node, Grammar.shape(meant.get()), Optional.of(key));
                return;
            }
        }
        onlyKeys(node);
        findings.add(Rule.STEP_KIND, node, "a step begins with its kind: " + String.join(", ", Grammar.STEPS.keySet()));
    }

    /** Where nobody knows which table is meant, the keys can at least be told apart. */
    private void onlyKeys(MappingNode node) {
        Set<String> seen = new HashSet<>();
        node.getValue().forEach(tuple -> key(tuple, seen));
    }

    private void bothLanguages(Node node, int longest, String what) {
        if (!(node instanceof MappingNode mapping)) {
            String example = "; write { zh-TW: …, en: … }";
            if (node instanceof ScalarNode) {
                findings.add(Rule.ONE_LANGUAGE, node, what + " is written in one language only" + example);
            } else {
                findings.add(
                        Rule.WRONG_TYPE,
                        node,
                        what + " is a text in both languages, not " + Values.what(node) + example);
            }
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<String> name = key(tuple, seen);
            if (name.isEmpty()) {
                continue;
            }
            if (name.get().equals(Grammar.ZH) || name.get().equals(Grammar.EN)) {
                sentence(tuple.getValueNode(), longest, "'" + name.get() + "' of " + what);
            } else {
                findings.add(Rule.UNKNOWN_KEY, tuple.getKeyNode(), unknownLanguage(name.get(), what));
            }
        }
        for (String language : List.of(Grammar.ZH, Grammar.EN)) {
            if (!seen.contains(language)) {
                findings.add(Rule.ONE_LANGUAGE, node, what + " lacks '" + language + "'");
            }
        }
    }

    private void sentence(Node node, int longest, String what) {
        if (Tag.NULL.equals(node.getTag())) {
            findings.add(Rule.EMPTY_VALUE, node, what + " is empty");
        } else {
            values.text(node, longest, what);
        }
    }

    private static String unknownLanguage(String key, String what) {
        String hint = Nearest.hint(key, List.of(Grammar.ZH, Grammar.EN));
        return "unknown key '" + key + "' in " + what
                + (hint.isEmpty() ? "; a text with a comma between { } stands in quotes" : hint);
    }

    private Optional<MappingNode> mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            if (mapping.getValue().isEmpty()) {
                findings.add(Rule.EMPTY_VALUE, node, what + " is empty; give it a value or leave the key out");
            }
            return Optional.of(mapping);
        }
        findings.add(Rule.WRONG_TYPE, node, what + " is a table of keys, not " + Values.what(node));
        return Optional.empty();
    }

    private void list(Node node, String what, int most, java.util.function.Consumer<Node> each) {
        if (!(node instanceof SequenceNode list)) {
            findings.add(Rule.WRONG_TYPE, node, what + " is a list, not " + Values.what(node));
            return;
        }
        values.size(node, list.getValue().size(), most, what);
        list.getValue().forEach(each);
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
