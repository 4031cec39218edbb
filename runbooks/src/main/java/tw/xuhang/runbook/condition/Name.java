package tw.xuhang.runbook.condition;

import java.util.List;

/**
 * What a name in a condition stands for.
 *
 * @param words the only values that this text can have; empty: any
 */
public record Name(Sort sort, List<String> words) {

    /** What kind of value it is, and the Java type that stands for it when a condition is judged. */
    public enum Sort {
        /** A {@link Boolean}. */
        TRUTH("true or false"),
        /** A {@link Long}. */
        COUNT("a whole number"),
        /** A {@link Double}. */
        NUMBER("a number"),
        /** A {@link String}. */
        TEXT("a text");

        private final String what;

        Sort(String what) {
            this.what = what;
        }

        /** For people, with its article. */
        public String what() {
            return what;
        }
    }

    public Name {
        words = List.copyOf(words);
    }

    static Name of(Sort sort) {
        return new Name(sort, List.of());
    }

    static Name oneOf(List<String> words) {
        return new Name(Sort.TEXT, words);
    }
}
