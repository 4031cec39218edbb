package tw.xuhang.consent;

import tw.xuhang.access.Action;
import tw.xuhang.access.Role;

/** What somebody has to do before a request can go on. Each has its own silence ladder (C3). */
public enum Duty {
    /** Make the prepared request. */
    REQUEST(Role.TEAM_LEADER, Action.REQUEST_CONSENT),
    /** Consent or refuse. */
    DECIDE(Role.CISO, Action.DECIDE_CONSENT),
    /** Declare, or stand down, after the consent. */
    DECLARE(Role.TEAM_LEADER, Action.DECLARE),
    /** Confirm in person what was consented to by telephone (C5). */
    RATIFY(Role.CISO, Action.DECIDE_CONSENT);

    private final Role role;
    private final Action action;

    Duty(Role role, Action action) {
        this.role = role;
        this.action = action;
    }

    public Role role() {
        return role;
    }

    public Action action() {
        return action;
    }
}
