package tw.xuhang.integration.inbound;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts from outside made fit for one line of a log, a page or a subject. */
public final class Plain {

    /** Control characters, line and paragraph separators, and the marks that turn the reading direction. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]+");

    private Plain() {}

    /** One line, control characters turned into a space, cut after {@code longest} code points. */
    public static String line(String text, int longest) {
        String line = UNSEEN.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest));
    }

    /** A name that may stand in a subject, e.g. {@code backbone-down}. */
    public static String name(String text) {
        String name = UNUSUAL.matcher(line(text, 80)).replaceAll("-").toLowerCase(Locale.ROOT);
        return name.isBlank() || name.equals("-") ? "unnamed" : name;
    }
}
