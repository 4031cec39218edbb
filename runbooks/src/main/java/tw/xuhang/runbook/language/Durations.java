package tw.xuhang.runbook.language;

import java.time.Duration;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 10s}, {@code 30m}, {@code 4h}, {@code 1d}. */
public final class Durations {

    /** One number of at most five digits, one unit. */
    static final String PATTERN = "[1-9][0-9]{0,4}[smhd]";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private Durations() {}

    public static boolean fits(String text) {
        return COMPILED.matcher(text).matches();
    }

    /** @param text matches {@link #PATTERN} */
    public static Duration parse(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException("no duration: " + text);
        };
    }

    /** The shortest way to write it. */
    public static String print(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds > 0 && seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
