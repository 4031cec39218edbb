package tw.xuhang.access;

import static java.util.Map.entry;
import static tw.xuhang.access.Action.*;
import static tw.xuhang.access.Role.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The table role × action. It is the only place where a role is compared with a deed; acts that need two
 * people ask for persons besides (C1).
 */
public final class Permissions {

    private static final Map<Action, Set<Role>> TABLE = Map.ofEntries(
            entry(REPORT_ANOMALY, EnumSet.allOf(Role.class)),
            entry(
                    READ_CASES,
                    Set.of(
                            CISO,
                            TEAM_LEADER,
                            RESPONDER,
                            SECURITY_CONTACT,
                            SERVER_ROOM,
                            ADMIN_OFFICE,
                            DUTY_OFFICER,
                            MAYOR,
                            AUDITOR,
                            BUSINESS_OWNER)),
            entry(JUDGE_SIGN, Set.of(SERVER_ROOM, ADMIN_OFFICE, DUTY_OFFICER)),
            entry(WORK_ON_CASE, Set.of(TEAM_LEADER, RESPONDER, SECURITY_CONTACT, SERVER_ROOM, DUTY_OFFICER)),
            entry(JUDGE_LEVEL, Set.of(RESPONDER, BUSINESS_OWNER)),
            entry(STEER_RUN, Set.of(TEAM_LEADER, RESPONDER, SERVER_ROOM)),
            entry(
                    DO_TASK,
                    Set.of(
                            TEAM_LEADER,
                            RESPONDER,
                            SECURITY_CONTACT,
                            SERVER_ROOM,
                            ADMIN_OFFICE,
                            DUTY_OFFICER,
                            BUSINESS_OWNER)),
            entry(ISOLATE, Set.of(SERVER_ROOM)),
            entry(ORDER_VENDOR, Set.of(TEAM_LEADER, RESPONDER, SECURITY_CONTACT, SERVER_ROOM, DUTY_OFFICER)),
            entry(REQUEST_CONSENT, Set.of(TEAM_LEADER)),
            entry(DECIDE_CONSENT, Set.of(CISO)),
            entry(RECORD_PHONE_CONSENT, Set.of(TEAM_LEADER, RESPONDER, SECURITY_CONTACT, DUTY_OFFICER)),
            entry(DECLARE, Set.of(TEAM_LEADER)),
            entry(FILL_FORM, Set.of(SECURITY_CONTACT)),
            entry(CONFIRM, Set.of(TEAM_LEADER)),
            entry(AGREE_REFERRAL, Set.of(MAYOR)),
            entry(ACKNOWLEDGE_BRIEFING, Set.of(CISO)),
            entry(AGREE_RESTORE, Set.of(BUSINESS_OWNER)),
            entry(DRAFT_RUNBOOK, Set.of(RESPONDER, SECURITY_CONTACT)),
            entry(REVIEW_RUNBOOK, Set.of(TEAM_LEADER)),
            entry(PUBLISH_RUNBOOK, Set.of(CISO)),
            entry(RUN_DRILL, Set.of(TEAM_LEADER, RESPONDER, SECURITY_CONTACT)),
            entry(
                    READ_DIRECTORY,
                    Set.of(
                            CISO,
                            TEAM_LEADER,
                            RESPONDER,
                            SECURITY_CONTACT,
                            SERVER_ROOM,
                            ADMIN_OFFICE,
                            DUTY_OFFICER,
                            MAYOR,
                            AUDITOR)),
            entry(EDIT_DIRECTORY, Set.of(SECURITY_CONTACT, ADMINISTRATOR)),
            entry(READ_JOURNAL, Set.of(CISO, TEAM_LEADER, SECURITY_CONTACT, AUDITOR)),
            entry(SEND_SIGNAL, Set.of()),
            entry(MANAGE_ACCESS, Set.of(ADMINISTRATOR)),
            entry(OPERATE, Set.of(ADMINISTRATOR, SERVER_ROOM)));

    private Permissions() {}

    public static boolean allow(Collection<Role> roles, Action action) {
        Set<Role> allowed = TABLE.getOrDefault(action, Set.of());
        return roles.stream().anyMatch(allowed::contains);
    }
}
