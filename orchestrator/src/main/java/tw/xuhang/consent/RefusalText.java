package tw.xuhang.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.runbook.Text;
import tw.xuhang.time.OfficeTime;

/** Says a refusal to people: what was refused, why, and what to do. */
public final class RefusalText {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(OfficeTime.ZONE);

    private final Directory directory;
    private final Instant now;

    public RefusalText(Directory directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    public Text of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown r -> text("查無同意申請 %s。", "there is no consent request %s.", r.request());
            case Refusal.NotOnFile r ->
                text("「%s」不在人員名冊，不得行使此權限。", "'%s' is not in the directory and may not do this.", r.person());
            case Refusal.NoAuthority r -> noAuthority(r);
            case Refusal.SamePerson r -> samePerson(r);
            case Refusal.NotYet r -> notYet(r);
            case Refusal.NothingPrepared r ->
                text(
                        "%s 尚無可決定之事項：沒有服務達到啟動時限。",
                        "%s: nothing is to be decided yet, no service has reached its limit.", r.request());
            case Refusal.StillOpen r ->
                text("申請 %s 尚未了結，請先處理。", "consent %s is still open: it comes first.", r.request());
            case Refusal.AlreadyRequested r ->
                new Text(
                        "%s 已由%s於 %s 提出，未重複記錄。"
                                .formatted(r.request(), name(r.by()).zh(), CLOCK.format(r.at())),
                        "consent %s was requested %s by %s (%s); yours was not recorded."
                                .formatted(
                                        r.request(), ago(r.at()), name(r.by()).en(), CLOCK.format(r.at())));
            case Refusal.AlreadyDecided r -> alreadyDecided(r);
            case Refusal.AlreadyDeclared r ->
                new Text(
                        "%s 已由%s於 %s 宣布，未重複記錄。"
                                .formatted(r.request(), name(r.by()).zh(), CLOCK.format(r.at())),
                        "%s was declared %s by %s (%s); yours was not recorded."
                                .formatted(
                                        r.request(), ago(r.at()), name(r.by()).en(), CLOCK.format(r.at())));
            case Refusal.WasRefused r ->
                new Text(
                        "%s 已由%s於 %s 不同意，不得宣布。"
                                .formatted(r.request(), name(r.by()).zh(), CLOCK.format(r.at())),
                        "consent %s was refused by %s (%s); there is nothing to declare."
                                .formatted(r.request(), name(r.by()).en(), CLOCK.format(r.at())));
            case Refusal.WasWithdrawn r -> withdrawn(r);
            case Refusal.LookAgain r ->
                new Text(
                        "%s 的事實已更新（您看到第 %d 版，現為第 %d 版）；您的決定未記錄，請重新檢視後再決定。"
                                .formatted(r.request(), r.seen(), r.current()),
                        "the facts of consent %s have changed (you saw version %d, it is %d now); nothing was recorded. Look again and decide."
                                .formatted(r.request(), r.seen(), r.current()));
            case Refusal.LimitNotReached r ->
                text(
                        "%s 尚無服務達到啟動時限；如全毀已屬明顯，請以計畫條件為由並敘明。",
                        "%s: no service has reached its limit. If total loss is evident, ask on the plan's own condition and say why.",
                        r.request());
            case Refusal.NoGround r -> text("%s 的事由與申請事項不符。", "%s: this ground belongs to the other act.", r.request());
            case Refusal.ReasonMissing r -> text("%s 請填寫理由。", "%s: say why.", r.request());
            case Refusal.NumberNotOnFile r ->
                text(
                        "所撥號碼不是名冊上「%s」的電話；請改撥名冊所載號碼。",
                        "the number dialled is not one the directory has for '%s'. Dial one that it has.", r.speaker());
            case Refusal.NoWitness r ->
                text(
                        "「%s」不得為見證人：須為撥話人、發話人、申請人以外之人員。",
                        "'%s' cannot be the witness: it takes somebody other than speaker, recorder and requester.",
                        r.witness());
            case Refusal.ReadBackWrong r ->
                text(
                        "覆誦碼不符，%s 未記錄；請與對方重新核對。",
                        "the code read back does not name consent %s; nothing was recorded. Read it out again.",
                        r.request());
            case Refusal.NothingToRatify r ->
                text("%s 沒有待補簽的電話決定。", "%s: no spoken decision awaits confirmation.", r.request());
        };
    }

    private Text alreadyDecided(Refusal.AlreadyDecided r) {
        String who = r.deputy() ? "授權人" + name(r.by()).zh() : name(r.by()).zh();
        String whoEn =
                r.deputy() ? "the deputy, " + name(r.by()).en() : name(r.by()).en();
        return new Text(
                "同意申請 %s 已由%s於 %s %s；您的決定未記錄，請開啟該申請檢視其所依據之事實。"
                        .formatted(r.request(), who, CLOCK.format(r.at()), r.granted() ? "同意" : "不同意"),
                "consent %s was decided %s by %s (%s, %s); your decision was not recorded. Open it to see the facts it was decided on."
                        .formatted(
                                r.request(),
                                ago(r.at()),
                                whoEn,
                                r.granted() ? "granted" : "refused",
                                CLOCK.format(r.at())));
    }

    private Text noAuthority(Refusal.NoAuthority r) {
        return new Text(
                "「%s」無此權限：須為%s，或持有涵蓋本事項且在有效期間內之授權。"
                        .formatted(name(r.person()).zh(), role(r.duty()).zh()),
                "%s may not do this: it takes the %s, or an authorisation on file that covers this act today."
                        .formatted(name(r.person()).en(), role(r.duty()).en()));
    }

    private Text samePerson(Refusal.SamePerson r) {
        String zh = r.other() == Duty.REQUEST ? "申請" : "同意";
        String en = r.other() == Duty.REQUEST ? "made this request" : "gave this consent";
        return new Text(
                "%s已為本案之%s人；兩個行為須由兩個人為之。".formatted(name(r.person()).zh(), zh),
                "%s %s: two acts need two persons.".formatted(name(r.person()).en(), en));
    }

    private Text notYet(Refusal.NotYet r) {
        return new Text(
                "%s 尚在等待%s%s。"
                        .formatted(
                                r.request(),
                                role(r.awaited()).zh(),
                                verb(r.awaited()).zh()),
                "consent %s still waits for the %s to %s."
                        .formatted(
                                r.request(),
                                role(r.awaited()).en(),
                                verb(r.awaited()).en()));
    }

    private static Text withdrawn(Refusal.WasWithdrawn r) {
        String zh = switch (r.reason()) {
            case ALL_SERVICES_BACK -> "各項服務均已恢復";
            case NO_SERVICE_AWAY -> "沒有服務中斷";
            case NEVER_DECLARED -> "未曾宣布啟動";
            case RUN_ENDED -> "應變作業已結束";
        };
        String en = switch (r.reason()) {
            case ALL_SERVICES_BACK -> "every service is back";
            case NO_SERVICE_AWAY -> "no service is away";
            case NEVER_DECLARED -> "nothing was declared";
            case RUN_ENDED -> "the run has ended";
        };
        return new Text(
                "%s 已於 %s 撤回（%s），無須決定。".formatted(r.request(), CLOCK.format(r.at()), zh),
                "consent %s was withdrawn at %s because %s; there is nothing to decide."
                        .formatted(r.request(), CLOCK.format(r.at()), en));
    }

    private static Text role(Duty duty) {
        return switch (duty) {
            case REQUEST, DECLARE -> new Text("組長", "team leader");
            case DECIDE, RATIFY -> new Text("資安長", "CISO");
        };
    }

    private static Text verb(Duty duty) {
        return switch (duty) {
            case REQUEST -> new Text("提出申請", "make the request");
            case DECIDE -> new Text("決定", "decide");
            case DECLARE -> new Text("宣布", "declare");
            case RATIFY -> new Text("補簽", "confirm");
        };
    }

    private Text name(String account) {
        return directory.person(account).map(Person::name).orElse(Text.of(account));
    }

    private String ago(Instant at) {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        return seconds < 120
                ? seconds + " s ago"
                : seconds < 7200 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
    }

    private static Text text(String zh, String en, String value) {
        return new Text(zh.formatted(value), en.formatted(value));
    }
}
