package tw.xuhang.casebook.http;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Text that was sent. It is brought to NFC (a file may hold compatibility ideographs that no font draws),
 * without control characters and without space at its ends.
 */
final class Said {

    private static final int LONGEST = 4000;

    private Said() {}

    /** Empty where nothing was sent. */
    static String text(@Nullable String sent) {
        return text(sent, LONGEST);
    }

    /** @param longest in characters of Java; what is beyond is cut off */
    static String text(@Nullable String sent, int longest) {
        if (sent == null) {
            return "";
        }
        String clean = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        int end = Math.min(longest, clean.length());
        boolean inside = end < clean.length() && Character.isLowSurrogate(clean.charAt(end));
        return clean.substring(0, inside ? end - 1 : end);
    }

    static Map<String, String> fields(@Nullable Map<String, String> sent) {
        var clean = new TreeMap<String, String>();
        if (sent != null) {
            sent.forEach((name, value) -> clean.put(text(name), text(value)));
        }
        return clean;
    }
}
