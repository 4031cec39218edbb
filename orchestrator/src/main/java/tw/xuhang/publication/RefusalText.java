package tw.xuhang.publication;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.runbook.Text;
import tw.xuhang.time.OfficeTime;

/** Says a refusal to people: what was refused, why, and what to do. */
public final class RefusalText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeTime.ZONE);
    private static final int SHORT = 8;

    private final Directory directory;

    public RefusalText(Directory directory) {
        this.directory = directory;
    }

    /** As people tell versions apart. */
    public static String brief(String version) {
        return version.substring(0, Math.min(SHORT, version.length()));
    }

    public Text of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown r ->
                text("查無手冊 %s 的版本 %s。", "runbook %s has no version %s.", r.runbook(), brief(r.version()));
            case Refusal.NotOnFile r ->
                text("「%s」不在人員名冊，不得行使此權限。", "'%s' is not in the directory and may not do this.", r.person());
            case Refusal.NoAuthority r -> noAuthority(r);
            case Refusal.SamePerson r ->
                r.author()
                        ? new Text(
                                "提出此版本者不得自行審查或公布。", "whoever submitted this version neither reviews nor publishes it.")
                        : new Text("審查與公布須由不同人為之。", "the review and the publication take two persons.");
            case Refusal.Invalid r ->
                text(
                        "此版本在本所有 %s 項錯誤，不得審查或公布。",
                        "this version has %s error(s) in this office.",
                        "" + r.errors().size());
            case Refusal.NotAcknowledged r ->
                text(
                        "尚有發現未確認：%s。請逐項看過後勾選。",
                        "warnings were not acknowledged: %s. Look at each and say so.", String.join(", ", r.rules()));
            case Refusal.NotReviewed r ->
                text("版本 %s 尚未經組長審查，不得公布。", "version %s has not been reviewed by the leader.", brief(r.version()));
            case Refusal.AlreadyReviewed r ->
                done("已由%s於 %s 審查", "was reviewed by %s at %s", r.version(), r.by(), r.at());
            case Refusal.AlreadyPublished r ->
                done("已由%s於 %s 公布", "was published by %s at %s", r.version(), r.by(), r.at());
            case Refusal.LookAgain r ->
                r.review()
                        ? text(
                                "審查之後現行版本已變更（%s → %s），請組長重新審查差異。",
                                "another version is in force since the review (%s, now %s): the leader looks again.",
                                named(r.against()),
                                named(r.current()))
                        : text(
                                "您查看之後現行版本已變更（%s → %s），請重新查看差異。",
                                "another version is in force since you looked (%s, now %s): look again.",
                                named(r.against()),
                                named(r.current()));
            case Refusal.NothingToReturn r ->
                text("版本 %s 沒有待審查或待公布之事項。", "nobody waits for a decision about version %s.", brief(r.version()));
            case Refusal.NothingToWithdraw r ->
                text("版本 %s 未曾生效或已撤回。", "version %s was never in force, or is withdrawn.", brief(r.version()));
            case Refusal.ReasonMissing _ -> new Text("請填寫理由。", "say why.");
        };
    }

    private static Text noAuthority(Refusal.NoAuthority r) {
        return switch (r.duty()) {
            case REVIEW ->
                new Text(
                        "審查須由組長，或持有授權文件之代理人為之。",
                        "a review takes the team leader, or a deputy with an authorisation on file.");
            case PUBLISH ->
                new Text(
                        "公布與撤回須由資安長，或持有授權文件之代理人為之。",
                        "publishing and withdrawing take the CISO, or a deputy with an authorisation on file.");
        };
    }

    private Text done(String zh, String en, String version, String by, Instant at) {
        Text name = directory.person(by).map(Person::name).orElse(Text.of(by));
        return new Text(
                "版本 %s ".formatted(brief(version)) + zh.formatted(name.zh(), TIME.format(at)) + "，未重複記錄。",
                "version %s ".formatted(brief(version)) + en.formatted(name.en(), TIME.format(at))
                        + "; yours was not recorded.");
    }

    private static String named(String version) {
        return version.isEmpty() ? "—" : brief(version);
    }

    private static Text text(String zh, String en, String value) {
        return new Text(zh.formatted(value), en.formatted(value));
    }

    private static Text text(String zh, String en, String first, String second) {
        return new Text(zh.formatted(first, second), en.formatted(first, second));
    }
}
