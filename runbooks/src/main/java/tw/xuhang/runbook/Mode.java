package tw.xuhang.runbook;

/** How a run touches the world (R7: one code path, the mode is on every record). */
public enum Mode {
    LIVE,
    DRILL,
    SIMULATE
}
