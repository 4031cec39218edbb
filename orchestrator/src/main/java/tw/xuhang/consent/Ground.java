package tw.xuhang.consent;

import tw.xuhang.runbook.Step.Consent.Act;

/** Why the leader asks and declares (P-25); it stays on the record. */
public enum Ground {
    /** A service has been away for its declaration limit. */
    LIMIT_REACHED(Act.DECLARE),
    /** The plan's own condition, e.g. total loss is evident: no limit is waited for (P-14). */
    PLAN_CONDITION(Act.DECLARE),
    /** Services are restored and the danger is over. */
    OVER(Act.STAND_DOWN);

    private final Act act;

    Ground(Act act) {
        this.act = act;
    }

    public boolean isFor(Act asked) {
        return act == asked;
    }
}
