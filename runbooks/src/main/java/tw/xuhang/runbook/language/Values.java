package tw.xuhang.runbook.language;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Checks single values: texts, words, numbers, durations. */
final class Values {

    private static final int LONGEST_PHRASE = 200;
    private static final List<Tag> DATA = List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);

    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    boolean text(Node node, int longest, String what) {
        if (!(node instanceof ScalarNode scalar) || !Tag.STR.equals(node.getTag())) {
            String hint = node instanceof ScalarNode ? "; put it in quotes" : "";
            findings.add(Rule.WRONG_TYPE, node, what + " is a text, not " + what(node) + hint);
            return false;
        }
        String text = scalar.getValue();
        if (text.isBlank()) {
            findings.add(Rule.EMPTY_VALUE, node, what + " is empty");
            return false;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            findings.add(Rule.TOO_MUCH, node, what + " is longer than " + longest + " characters");
            return false;
        }
        return true;
    }

    void phrase(Node node, Form.Phrase phrase, String what) {
        if (text(node, LONGEST_PHRASE, what) && !phrase.fits(written(node))) {
            findings.add(Rule.BAD_VALUE, node, what + " is " + phrase.wanted() + ", not '" + written(node) + "'");
        }
    }

    void choice(Node node, Form.Choice choice, String what) {
        if (text(node, LONGEST_PHRASE, what) && !choice.words().contains(written(node))) {
            findings.add(
                    Rule.BAD_VALUE,
                    node,
                    what + " is " + String.join(" or ", choice.words()) + ", not '" + written(node) + "'"
                            + Nearest.hint(written(node), choice.words()));
        }
    }

    void flag(Node node, String what) {
        if (!Tag.BOOL.equals(node.getTag())) {
            findings.add(Rule.WRONG_TYPE, node, what + " is true or false, not " + what(node));
        }
    }

    void count(Node node, Form.Count count, String what) {
        if (!Tag.INT.equals(node.getTag())) {
            findings.add(Rule.WRONG_TYPE, node, what + " is a whole number, not " + what(node));
            return;
        }
        String digits = written(node);
        boolean fits = digits.matches("[0-9]{1,6}")
                && Integer.parseInt(digits) >= count.least()
                && Integer.parseInt(digits) <= count.most();
        if (!fits) {
            findings.add(
                    Rule.BAD_VALUE,
                    node,
                    what + " is a number from " + count.least() + " to " + count.most() + ", not " + digits);
        }
    }

    void duration(Node node, String what) {
        if (!(node instanceof ScalarNode)) {
            findings.add(Rule.WRONG_TYPE, node, what + " is a duration like 30m, not " + what(node));
        } else if (!Tag.STR.equals(node.getTag()) || !Durations.fits(written(node))) {
            String hint = written(node).matches("[0-9]+")
                    ? "; say the unit: " + written(node) + "s, " + written(node) + "m"
                    : "";
            findings.add(
                    Rule.BAD_DURATION,
                    node,
                    what + " is one number with s, m, h or d, like 10s, 30m, 4h, 1d, not '" + written(node) + "'"
                            + hint);
        }
    }

    void scalar(Node node, String what) {
        if (!(node instanceof ScalarNode) || !DATA.contains(node.getTag())) {
            findings.add(Rule.WRONG_TYPE, node, what + " is a text, a number, true or false, not " + what(node));
        } else if (written(node).length() > 2000) {
            findings.add(Rule.TOO_MUCH, node, what + " is longer than 2000 characters");
        }
    }

    void size(Node node, int size, int most, String what) {
        if (size == 0) {
            findings.add(Rule.EMPTY_VALUE, node, what + " is empty; give it a value or leave the key out");
        } else if (size > most) {
            findings.add(Rule.TOO_MUCH, node, what + " holds " + size + ", at most " + most + " are allowed");
        }
    }

    /** What people call it. */
    static String what(Node node) {
        return switch (node) {
            case MappingNode _ -> "a table of keys";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar
            when Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag()) -> "the number " + scalar.getValue();
            case ScalarNode scalar when Tag.BOOL.equals(node.getTag()) -> "the truth value " + scalar.getValue();
            case ScalarNode _ when Tag.NULL.equals(node.getTag()) -> "nothing";
            case ScalarNode scalar -> "the text '" + scalar.getValue() + "'";
            default -> "something else";
        };
    }

    static List<String> keys(MappingNode node) {
        return node.getValue().stream()
                .map(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "")
                .toList();
    }

    private static String written(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
