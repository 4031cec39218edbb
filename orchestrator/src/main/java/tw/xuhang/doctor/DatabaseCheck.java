package tw.xuhang.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.Text;

/** Whether the service can work on its database: reached, let in, new enough, and not of a newer release (E3). */
public final class DatabaseCheck {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private DatabaseCheck() {}

    public static Check of(Late<DatabaseLook> look) {
        return Check.of("database", "資料庫", "Database", () -> judge(look.take()));
    }

    static List<Finding> judge(DatabaseLook look) {
        return switch (look) {
            case DatabaseLook.NotYet(String where) ->
                List.of(Finding.ok("尚未建立，首次啟動時建立。", "None yet: the first start makes one.", where));
            case DatabaseLook.Resting(String where, boolean whole) -> List.of(resting(where, whole));
            case DatabaseLook.Away(String where, String why) -> List.of(away(where, why));
            case DatabaseLook.Refused(String where, String why) -> List.of(refused(where, why));
            case DatabaseLook.Answers answers -> answers(answers);
        };
    }

    private static Finding resting(String where, boolean whole) {
        return whole
                ? Finding.ok("內建資料庫未執行，隨服務啟動。", "The embedded one rests and starts with the service.", where)
                : Finding.warning(
                        new Text("內建資料庫的建立曾中斷。", "Setting up the embedded one was interrupted."),
                        where,
                        new Text("無須處理：下次啟動會重新建立。", "Nothing to do: the next start sets it up anew."));
    }

    private static Finding away(String where, String why) {
        return Finding.fault(
                new Text("連不上：" + why, "It cannot be reached: " + why),
                where,
                new Text(
                        "請確認資料庫執行中、XUHANG_DB_URL 與網路；內建者請看 db/mariadbd.log。",
                        "See that it runs, to XUHANG_DB_URL and to the network; for the embedded one read db/mariadbd.log."));
    }

    private static Finding refused(String where, String why) {
        return Finding.fault(
                new Text("帳號或密碼不符：" + why, "It refuses the user or the password: " + why),
                where,
                new Text(
                        "請確認 XUHANG_DB_USER 與 XUHANG_DB_PASSWORD_FILE，以及該帳號的權限。",
                        "See to XUHANG_DB_USER and XUHANG_DB_PASSWORD_FILE, and to the grants of that user."));
    }

    private static List<Finding> answers(DatabaseLook.Answers db) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                fits(db.version())
                        ? Finding.ok(db.version() + "。", db.version() + ".", db.where())
                        : Finding.fault(
                                new Text(
                                        db.version() + " 不是 MariaDB 10.11 以上版本。",
                                        db.version() + " is not MariaDB 10.11 or newer."),
                                db.where(),
                                new Text("請使用 MariaDB 10.11 以上版本。", "Use MariaDB 10.11 or newer.")));
        schema(db.schema(), db.where()).ifPresent(findings::add);
        if (!db.unknown().isEmpty()) {
            findings.add(Finding.fault(
                    new Text(
                            "存證中有本版不認得的紀錄：" + db.unknown(),
                            "The journal holds entries that this release does not read: " + db.unknown()),
                    db.where(),
                    new Text("請改用寫入這些紀錄的版本（較新版）。", "Use the (newer) release that wrote them.")));
        }
        return findings;
    }

    private static boolean fits(String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!version.contains("MariaDB") || !numbers.find()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        return major > 10 || (major == 10 && minor >= 11);
    }

    private static Optional<Finding> schema(DatabaseLook.Schema schema, String where) {
        if (!schema.failed().isEmpty()) {
            return Optional.of(Finding.fault(
                    new Text(
                            "資料表變更中途失敗：" + schema.failed(),
                            "A change of the tables stopped halfway: " + schema.failed()),
                    where,
                    new Text("請由變更前的備份還原後再啟動。", "Restore the backup that was made before it, then start again.")));
        }
        if (!schema.foreign().isEmpty()) {
            return Optional.of(Finding.fault(
                    new Text(
                            "資料表屬於較新的版本：" + schema.foreign(),
                            "The tables are those of a newer release: " + schema.foreign()),
                    where,
                    new Text("請改用該版本，或還原升級前的備份。", "Use that release, or restore the backup from before the upgrade.")));
        }
        if (schema.pending() > 0 && !schema.empty()) {
            return Optional.of(Finding.warning(
                    new Text(
                            schema.pending() + " 項資料表變更待執行。", schema.pending() + " changes of the tables are pending."),
                    where,
                    new Text("下次啟動時執行；請先備份。", "The next start makes them; back up first.")));
        }
        return Optional.empty();
    }
}
