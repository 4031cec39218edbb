package tw.xuhang.runbook;

/** What a step may have to wait for before it may act (R8). */
public enum Need {
    /** Only steps that <em>are</em> continuity operations carry it: the leader has declared (P-25). */
    DECLARATION
}
