package tw.xuhang.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.chrono.MinguoDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import tw.xuhang.time.OfficeTime;

/** The words of one language, and how it writes moments and spans. Times are shown in Asia/Taipei. */
public final class Words {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final Map<Language, Words> ALL = new ConcurrentHashMap<>();

    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("tw.xuhang.web.messages", language.locale(), NO_FALLBACK);
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public static Words in(Language language) {
        return ALL.computeIfAbsent(language, Words::new);
    }

    public Language language() {
        return language;
    }

    /**
     * The text of this key with {@code {0}}, {@code {1}} … replaced. A key without text is shown as itself:
     * a page in the middle of a night must not fail over a word.
     */
    public String get(String key, Object... arguments) {
        String text = text(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    private String text(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** {@code 13:05:20} */
    public String clock(Instant at) {
        return at(at).format(CLOCK);
    }

    /** {@code 2026-11-22 13:05:20} */
    public String full(Instant at) {
        return at(at).format(FULL);
    }

    /** {@code 13:05} on the day of {@code now}, else {@code 11-22 13:05}. */
    public String near(Instant at, Instant now) {
        boolean sameDay = at(at).toLocalDate().equals(at(now).toLocalDate());
        return at(at).format(sameDay ? SHORT : DAY);
    }

    /** {@code 115年11月22日 13時05分}, as forms of the office want it. */
    public String roc(Instant at) {
        ZonedDateTime local = at(at);
        MinguoDate date = MinguoDate.from(local);
        return "%d年%d月%d日 %02d時%02d分"
                .formatted(
                        date.get(ChronoField.YEAR_OF_ERA),
                        local.getMonthValue(),
                        local.getDayOfMonth(),
                        local.getHour(),
                        local.getMinute());
    }

    /** For the {@code datetime} attribute, with the offset. */
    public String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(at).truncatedTo(ChronoUnit.SECONDS));
    }

    /** {@code 02:10:35}; from a day on {@code 3d 02:10:35}; spans before zero with a minus. */
    public static String span(Duration span) {
        Duration length = span.abs();
        String days = length.toDays() > 0 ? length.toDays() + "d " : "";
        return (span.isNegative() && !length.isZero() ? "−" : "")
                + days
                + "%02d:%02d:%02d".formatted(length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** A limit as people say it: {@code 4 小時}, {@code 90 分}. */
    public String about(Duration span) {
        if (span.toSeconds() % 3600 == 0 && span.toHours() > 0) {
            return get("span.hours", span.toHours());
        }
        if (span.toSeconds() % 60 == 0) {
            return get("span.minutes", span.toMinutes());
        }
        return get("span.seconds", span.toSeconds());
    }

    private static ZonedDateTime at(Instant at) {
        return at.atZone(OfficeTime.ZONE);
    }
}
