package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of a width in twentieths of a full-width character. Letters and digits are counted wider than
 * the usual fonts have them, so that a line that fits here fits on paper.
 */
final class PaperWidth {

    private static final int FULL = 20;
    private static final int CAPITAL = 15;
    private static final int OTHER = 11;
    /** They never begin a line; where one would, it hangs over. */
    private static final String HANGING = "，。、；：！？）」』…,.;:!?)";

    private static final char BOX = '☐';
    private static final char BLANK = '＿';

    private PaperWidth() {}

    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int used = 0;
        for (String word : words(text, width)) {
            int wide = of(word);
            boolean hangs = word.length() == 1 && HANGING.contains(word);
            if (used + wide > width && !line.isEmpty() && !hangs) {
                lines.add(line.toString().strip());
                line.setLength(0);
                used = 0;
                if (word.isBlank()) {
                    continue;
                }
            }
            line.append(word);
            used += wide;
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    static int of(String text) {
        return text.codePoints().map(PaperWidth::of).sum();
    }

    private static int of(int c) {
        if (c < 0x250) {
            return Character.isUpperCase(c) || c == '_' ? CAPITAL : OTHER;
        }
        return FULL;
    }

    /** Single characters; but words of letters and digits, a blank to fill in, and a box with what it is for in one piece. */
    private static List<String> words(String text, int width) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean joins = joins(word, c);
            if (!joins || of(word.toString()) + of(c) > width) {
                flush(word, words);
            }
            word.appendCodePoint(c);
            if (!joins && c != BOX) {
                flush(word, words);
            }
        });
        flush(word, words);
        return words;
    }

    private static boolean joins(StringBuilder before, int c) {
        boolean box = !before.isEmpty() && before.charAt(0) == BOX;
        if (box) {
            return c == ' ' ? before.length() == 1 : c > ' ' && c != '\u3000' && c != BOX;
        }
        boolean blank = !before.isEmpty() && before.charAt(before.length() - 1) == BLANK;
        if (c == BLANK || blank) {
            return c == BLANK && (blank || before.isEmpty());
        }
        return c < 0x250 && (Character.isLetterOrDigit(c) || "-_./$=<>&".indexOf(c) >= 0);
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
