package tw.xuhang.incident;

/** What came of a run that a step of another run asked for. */
public enum ChildBegun {
    NOW,
    BEFORE,
    /** Somebody made sure before that it never begins. */
    GIVEN_UP,
    CASE_CLOSED
}
