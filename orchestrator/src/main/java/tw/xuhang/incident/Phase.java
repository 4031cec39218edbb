package tw.xuhang.incident;

import tw.xuhang.runbook.Text;

/** How far a case has come. A phase is never taken back, but for a case whose line fails again before it is stood down. */
public enum Phase {
    /** Work is under way. */
    RESPONDING("應變中", "Responding"),
    /** Every line and service that was out is back, seen from the counter's segment. */
    RESTORED("服務已恢復", "Services restored"),
    /** Back to normal operation; continuity operations, where declared, are stood down. */
    STOOD_DOWN("已解除", "Stood down"),
    /** Nothing is left to do. */
    CLOSED("已結案", "Closed");

    private final String zh;
    private final String en;

    Phase(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Text label() {
        return new Text(zh, en);
    }

    public boolean isBefore(Phase other) {
        return compareTo(other) < 0;
    }
}
