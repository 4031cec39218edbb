package tw.xuhang.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts that the procedure gives to people of the office (A1–A8, A11, 鎮長), and the two that this
 * project adds. One person may hold several. Vendors (A9) have no account: they answer by link.
 */
public enum Role {
    /** 資通安全長, A1. */
    CISO,
    /** ISMS 執行小組組長, A2. */
    TEAM_LEADER,
    /** ISMS 執行小組, A3. */
    RESPONDER,
    /** 資安聯絡人, also 承辦人, A4. */
    SECURITY_CONTACT,
    /** 主機房管理相關人員, A5. */
    SERVER_ROOM,
    /** 行政室人員, A6. */
    ADMIN_OFFICE,
    /** 值班人員, A6. */
    DUTY_OFFICER,
    /** 鎮長或其授權人, A7. */
    MAYOR,
    /** 本所同仁, A8. */
    STAFF,
    /** 稽核, A10: reads everything, changes nothing. */
    AUDITOR,
    /** 業務承辦人員 and 系統維運, A11. */
    BUSINESS_OWNER,
    /** Looks after accounts, tokens and backups, and decides nothing about a case. */
    ADMINISTRATOR;

    /** As runbooks and the office's files write it, e.g. {@code team-leader}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String key) {
        return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
