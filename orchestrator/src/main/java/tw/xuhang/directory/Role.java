package tw.xuhang.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Text;

/** The procedure's actors (A1–A11), and the two that this service adds. One person may hold several. */
public enum Role {
    CISO("資安長", "CISO"),
    TEAM_LEADER("ISMS 執行小組組長", "Team leader"),
    RESPONDER("ISMS 執行小組", "Responder"),
    SECURITY_CONTACT("資安聯絡人", "Security contact"),
    SERVER_ROOM("主機房管理人員", "Server room"),
    ADMIN_OFFICE("行政室", "Administration office"),
    DUTY_OFFICER("值班人員", "Duty officer"),
    MAYOR("鎮長", "Mayor"),
    STAFF("同仁", "Staff"),
    AUDITOR("稽核", "Auditor"),
    BUSINESS_OWNER("業務承辦人員", "Business owner"),
    /** Allows nothing by itself: what a deputy may do is in the {@link Deputy authorisation} on file. */
    DEPUTY("授權人", "Deputy"),
    /** Keeps the service running and has no say in a case (C1). */
    ADMINISTRATOR("系統管理者", "Administrator");

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Text title() {
        return new Text(zh, en);
    }

    /** As runbooks and the office's files write it, e.g. {@code team-leader}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String key) {
        return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
