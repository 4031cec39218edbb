package tw.xuhang.intake;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Why, as a code and its arguments; the sentence is made at the edge, in the reader's language.
 *
 * @param code small words with dots, e.g. {@code status.exercise}
 */
public record Reason(String code, Map<String, String> args) {

    public Reason {
        requireNonNull(code, "code is null");
        args = Map.copyOf(args);
    }

    public static Reason of(String code) {
        return new Reason(code, Map.of());
    }
}
