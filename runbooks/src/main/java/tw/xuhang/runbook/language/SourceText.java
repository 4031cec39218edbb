package tw.xuhang.runbook.language;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes text of a file's bytes and refuses what a careful eye could not see. */
final class SourceText {

    static final int MOST_BYTES = 256 * 1024;

    private SourceText() {}

    /**
     * Decodes as far as possible.
     *
     * @param malformedAt number of characters before the first byte that is no UTF-8; -1: all is well
     */
    record Decoded(String text, int malformedAt) {}

    static Decoded decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer into = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), into, true);
        into.flip();
        String text = into.toString();
        return new Decoded(text, result.isError() ? text.length() : -1);
    }

    /** Says what is wrong with the characters; nothing where all is well. */
    static void check(Decoded decoded, Findings findings) {
        String text = decoded.text();
        if (decoded.malformedAt() >= 0) {
            findings.add(
                    Rule.NOT_UTF8,
                    position(text, decoded.malformedAt()),
                    "the file is not UTF-8 from here on; save it as UTF-8");
        }
        if (text.startsWith("\uFEFF")) {
            findings.add(
                    Rule.BYTE_ORDER_MARK,
                    Position.START,
                    "the file begins with a byte order mark; save it as UTF-8 without one");
        }
        for (int i = text.startsWith("\uFEFF") ? 1 : 0;
                i < text.length();
                i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isHarmless(c)) {
                findings.add(
                        Rule.CONTROL_CHARACTER,
                        position(text, i),
                        "character U+%04X cannot be seen and may mislead; remove it".formatted(c));
            }
        }
    }

    /** Neither a control, nor private, nor one that turns or hides its neighbours. */
    static boolean isHarmless(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return true;
        }
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

    private static Position position(String text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                start = i + 1;
            }
        }
        return new Position(line, text.codePointCount(start, index) + 1);
    }
}
