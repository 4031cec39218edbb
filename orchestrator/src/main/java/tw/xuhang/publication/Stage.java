package tw.xuhang.publication;

/** How far a version has come. */
public enum Stage {
    DRAFT,
    /** Sent back, with a reason. */
    RETURNED,
    /** Waits for the CISO. */
    REVIEWED,
    IN_FORCE,
    /** Was in force until another came. */
    SUPERSEDED,
    WITHDRAWN
}
