package tw.xuhang.runbook.rehearsal;

import java.time.Duration;

/** Time since the run began, as people write it: {@code 0s}, {@code 45s}, {@code 12m3s}, {@code 4h}. */
public final class Elapsed {

    /** Only what Java and ECMA 262 read alike. */
    public static final String PATTERN = "(?=[0-9])([0-9]{1,4}d)?([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?";

    private Elapsed() {}

    /** @param text matches {@link #PATTERN} */
    public static Duration parse(String text) {
        int hours = text.indexOf('d') + 1;
        String days = text.substring(0, hours);
        String rest = text.substring(hours);
        return Duration.parse("P" + days + (rest.isEmpty() ? "" : "T" + rest));
    }

    public static String print(Duration duration) {
        var text = new StringBuilder();
        part(text, duration.toDaysPart(), 'd');
        part(text, duration.toHoursPart(), 'h');
        part(text, duration.toMinutesPart(), 'm');
        part(text, duration.toSecondsPart(), 's');
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void part(StringBuilder text, long count, char unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }
}
