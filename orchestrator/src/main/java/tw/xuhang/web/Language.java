package tw.xuhang.web;

import java.util.Locale;

/** The languages of the pages; the first is the office's own. */
public enum Language {
    ZH("zh-Hant-TW", Locale.TRADITIONAL_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** For the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** Chinese unless the text, a cookie or an Accept-Language value, begins with English. */
    public static Language of(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}
