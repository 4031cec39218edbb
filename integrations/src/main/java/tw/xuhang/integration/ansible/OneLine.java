package tw.xuhang.integration.ansible;

import java.util.regex.Pattern;

/** Text from outside made fit for a log: one line stays one line, and nothing in it can move a cursor. */
final class OneLine {

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[mK]");

    private OneLine() {}

    /** Without terminal colours; control and direction characters written out; cut after {@code limit} characters. */
    static String of(String text, int limit) {
        String plain = COLOURS.matcher(text.length() > 8L * limit ? text.substring(0, 8 * limit) : text)
                .replaceAll("")
                .strip();
        var line = new StringBuilder(Math.min(plain.length(), limit) + 16);
        int at = 0;
        while (at < plain.length() && line.length() < limit) {
            int point = plain.codePointAt(at);
            at += Character.charCount(point);
            append(line, point);
        }
        return at < plain.length() ? line.append('…').toString() : line.toString();
    }

    private static void append(StringBuilder line, int point) {
        switch (point) {
            case '\r' -> {}
            case '\n' -> line.append("\\n");
            case '\t' -> line.append(' ');
            default -> {
                if (harmless(point)) {
                    line.appendCodePoint(point);
                } else {
                    line.append("\\u%04x".formatted(point));
                }
            }
        }
    }

    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
