package tw.xuhang.soak;

/** A fault put into the engine on purpose, to see that the soak would find it. */
enum Plant {
    NONE,
    /** The effect comes before the commit of its start (R1). */
    EFFECT_FIRST,
    /** Recovery says that an attempt never started without asking the far end or taking its claim (R3). */
    NO_CLAIM,
    /** What a run that ended had asked of people is not taken back. */
    LEFT_OPEN
}
