package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of a width in tenths of a full-width character. Letters and digits are counted wider than
 * the usual fonts have them, so that a line that fits here fits on paper.
 */
final class PaperWidth {

    private static final int FULL = 10;
    private static final int CAPITAL = 8;
    private static final int OTHER = 6;
    /** They never begin a line; where one would, it hangs over. */
    private static final String HANGING = "，。、；：！？）」』…,.;:!?)";

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

    /** Single characters, but words of letters and digits in one piece as far as they fit on a line. */
    private static List<String> words(String text, int width) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean joins = c < 0x250 && (Character.isLetterOrDigit(c) || "-_./$=<>&".indexOf(c) >= 0);
            if (!joins || of(word.toString()) + of(c) > width) {
                flush(word, words);
            }
            word.appendCodePoint(c);
            if (!joins) {
                flush(word, words);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
