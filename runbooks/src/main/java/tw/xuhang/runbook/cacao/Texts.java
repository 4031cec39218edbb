package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Makes texts of others fit for a runbook: nothing hidden in them, no parameter by accident, of a length to read. */
final class Texts {

    /** What the language takes as a title or a point of a checklist. */
    static final int LINE = 200;

    /** Of what is said with our own words in front, so much still fits on the line. */
    private static final int SHORT = 120;

    private static final Pattern PARAMETER = Pattern.compile("\\$(?=[a-z])");

    private Texts() {}

    /** Without what cannot be seen; a dollar sign that would name a parameter becomes a wide one. */
    static String clean(String text) {
        return PARAMETER.matcher(plain(text)).replaceAll("＄");
    }

    /** A name or word of others, on one line of a runbook. */
    static String word(String text) {
        return line(clean(text));
    }

    private static String plain(String text) {
        var out = new StringBuilder();
        text.replace("\r\n", "\n").replace('\t', ' ').codePoints().forEach(c -> {
            if (c == '\n' || visible(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(c == '\r' || Character.getType(c) == Character.LINE_SEPARATOR ? "\n" : "");
            }
        });
        return out.toString();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether one of its lines has to be cut into several. */
    static boolean isLong(String text) {
        return plain(text).lines().anyMatch(line -> line.codePointCount(0, line.length()) > LINE);
    }

    /** In lines that are neither blank nor too long. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : plain(text).split("\n", -1)) {
            String rest = line.stripTrailing();
            while (rest.codePointCount(0, rest.length()) > LINE) {
                int cut = rest.offsetByCodePoints(0, LINE);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            if (!rest.isBlank()) {
                lines.add(rest);
            }
        }
        return lines;
    }

    /** One line; what is too long is cut and ends in dots. */
    static String line(String text) {
        String one = plain(text).replaceAll("\\s+", " ").strip();
        return one.codePointCount(0, one.length()) > LINE
                ? one.substring(0, one.offsetByCodePoints(0, LINE - 1)) + "…"
                : one;
    }

    /** The same text in both languages. */
    static JsonValue.Table same(String text) {
        return both(text, text);
    }

    static JsonValue.Table both(String zh, String en) {
        var both = new LinkedHashMap<String, JsonValue>();
        both.put("zh-TW", JsonValue.of(line(zh)));
        both.put("en", JsonValue.of(line(en)));
        return new JsonValue.Table(both);
    }

    /** A sentence of ours about a text of theirs; what is long stands below it, on lines of its own. */
    static List<JsonValue> points(String key, String text) {
        List<String> lines = lines(text);
        if (lines.size() == 1 && lines.getFirst().length() <= SHORT) {
            return List.of(say(key, lines.getFirst()));
        }
        List<JsonValue> points = new ArrayList<>();
        points.add(say(key, "↓"));
        lines.forEach(line -> points.add(same(line)));
        return points;
    }

    /** A sentence of ours with texts of theirs in it. */
    static JsonValue.Table say(String key, String... arguments) {
        return both(new Words("zh").say(key, (Object[]) arguments), new Words("en").say(key, (Object[]) arguments));
    }
}
