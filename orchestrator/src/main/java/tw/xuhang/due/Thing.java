package tw.xuhang.due;

import java.util.regex.Pattern;

/**
 * One thing that is looked at when it is due.
 *
 * @param kind which look, e.g. {@code consent}
 * @param key which of them, at most 150 ASCII characters
 */
public record Thing(String kind, String key) {

    private static final Pattern FITS = Pattern.compile("[\\x21-\\x7e]{1,150}");

    public Thing {
        if (!FITS.matcher(kind).matches() || !FITS.matcher(key).matches()) {
            throw new IllegalArgumentException("not a name for the agenda: " + kind + " " + key);
        }
    }
}
