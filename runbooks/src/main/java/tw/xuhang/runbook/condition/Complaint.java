package tw.xuhang.runbook.condition;

/**
 * One thing that is wrong with a condition.
 *
 * @param at place in its text, in characters from 0
 * @param message one line, English
 */
public record Complaint(Kind kind, int at, String message) {

    /** What is wrong. */
    public enum Kind {
        /** It is not written as a condition is. */
        WRITING,
        /** It uses a name that there is not. */
        NAME,
        /** It compares what cannot be compared, or is not true or false. */
        TYPE,
        /** It is the same whatever happens. */
        CONSTANT
    }
}
