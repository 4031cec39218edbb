package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.casebook.Casebook.Standing;
import tw.xuhang.casebook.Page;

/**
 * Which part of which list is asked for.
 *
 * @param state {@code open}, {@code closed} or {@code all}
 * @param incident number of a case, for what belongs to it alone
 * @param limit at most this many, 50 where nothing is said
 * @param after value of {@code next} of the part before
 */
@Introspected
record Wanted(
        @QueryValue @Nullable String state,
        @QueryValue @Nullable String incident,
        @QueryValue @Nullable Integer limit,
        @QueryValue @Nullable String after) {

    private static final int USUAL = 50;

    Page.Cut cut() {
        return new Page.Cut(after == null ? "" : after, limit == null ? USUAL : limit);
    }

    String ofIncident() {
        return incident == null ? "" : incident;
    }

    /** Empty for a word that means nothing. */
    Optional<Standing> standing() {
        return switch (state == null ? "all" : state) {
            case "open" -> Optional.of(Standing.OPEN);
            case "closed" -> Optional.of(Standing.CLOSED);
            case "all" -> Optional.of(Standing.ALL);
            default -> Optional.empty();
        };
    }

    /** Whether this can be a key at all; what cannot be is not looked for. */
    static boolean isKey(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}");
    }
}
