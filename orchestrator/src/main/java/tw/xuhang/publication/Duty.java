package tw.xuhang.publication;

import tw.xuhang.access.Action;
import tw.xuhang.access.Role;
import tw.xuhang.directory.AuthorisedAct;

/** What a version needs from people before it is in force. */
public enum Duty {
    /** The leader examines it. */
    REVIEW(Role.TEAM_LEADER, Action.REVIEW_RUNBOOK, AuthorisedAct.REVIEW),
    /** The CISO publishes it, or takes it back. */
    PUBLISH(Role.CISO, Action.PUBLISH_RUNBOOK, AuthorisedAct.PUBLISH);

    private final Role role;
    private final Action action;
    private final AuthorisedAct authorised;

    Duty(Role role, Action action, AuthorisedAct authorised) {
        this.role = role;
        this.action = action;
        this.authorised = authorised;
    }

    public Role role() {
        return role;
    }

    public Action action() {
        return action;
    }

    AuthorisedAct authorised() {
        return authorised;
    }
}
