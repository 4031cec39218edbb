package tw.xuhang.casebook.http;

import java.time.Duration;
import java.util.Locale;

/** How values are written in the API: names of an enum in small letters with hyphens, spans in whole seconds. */
final class Word {

    private Word() {}

    static String of(Enum<?> value) {
        return of(value.name());
    }

    static String of(String enumName) {
        return enumName.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name that {@link #of} was made from. */
    static String name(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** {@code AlreadyDecided} → {@code already-decided}. */
    static String ofType(Class<?> type) {
        return type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static long seconds(Duration span) {
        return span.toSeconds();
    }
}
