package tw.xuhang.runbook;

import static java.util.Objects.requireNonNull;

/** A sentence for people, in both languages of the service. */
public record Text(String zh, String en) {

    public Text {
        requireNonNull(zh, "zh is null");
        requireNonNull(en, "en is null");
    }

    public static Text of(String same) {
        return new Text(same, same);
    }

    /** @param language a BCP 47 tag; everything that does not begin with {@code en} reads Chinese */
    public String in(String language) {
        return language.startsWith("en") ? en : zh;
    }
}
