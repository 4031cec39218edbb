package tw.xuhang.evidence;

import java.util.regex.Pattern;

/** One line of facts about one thing, e.g. {@code incident/2026-0001}, {@code run/2026-0001.1}. */
public record StreamId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{0,20}/[A-Za-z0-9][A-Za-z0-9._-]{0,80}");

    public StreamId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a stream id: " + value);
        }
    }

    public static StreamId of(String kind, String key) {
        return new StreamId(kind + "/" + key);
    }

    public String kind() {
        return value.substring(0, value.indexOf('/'));
    }

    public String key() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
