package tw.xuhang.runbook.language;

import java.util.List;
import java.util.regex.Pattern;

/** What may stand as the value of a key. */
sealed interface Form {

    /**
     * A text that follows a pattern.
     *
     * @param pattern without anchors; only what Java and ECMA 262 read alike
     * @param wanted what people call it: "a role", "a playbook's file name"
     */
    record Phrase(Pattern pattern, String wanted) implements Form {
        Phrase(String regex, String wanted) {
            this(Pattern.compile(regex), wanted);
        }

        boolean fits(String text) {
            return pattern.matcher(text).matches();
        }

        String regex() {
            return pattern.pattern();
        }
    }

    /** Any text on one or more lines, at most {@code longest} characters. */
    record Line(int longest) implements Form {}

    /** One of a few words. */
    record Choice(List<String> words) implements Form {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Form {}

    /** A whole number from {@code least} to {@code most}. */
    record Count(int least, int most) implements Form {}

    /** {@code 10s}, {@code 30m}, {@code 4h}, {@code 1d}. */
    record Time() implements Form {}

    /** The same sentence in both languages of the service. */
    record BothLanguages(int longest) implements Form {}

    /** One to {@code most} of the same. */
    record ListOf(Form item, int most) implements Form {}

    /** Names chosen by the author, each with a value. */
    record MapOf(Phrase key, Form value, int most) implements Form {}

    /** A text, a number or a truth value: data for a playbook. */
    record Scalar() implements Form {}

    /** A table of known keys. */
    record Fields(Shape shape) implements Form {}

    /** Steps, each of one of the kinds. */
    record Steps() implements Form {}
}
