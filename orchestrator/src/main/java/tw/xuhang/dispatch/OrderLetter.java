package tw.xuhang.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Office;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Dispatch.Severity;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.time.OfficeTime;

/**
 * Writes the letter of an order: Chinese first, then English, each complete by itself, so that whoever
 * reads it can act without opening the link (D3). Values are kept to one line each.
 */
public final class OrderLetter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeTime.ZONE);
    private static final String NONE = "—";

    private final Office office;
    private final Text duty;

    public OrderLetter(Directory directory) {
        this.office = directory.office();
        this.duty = directory.person(office.dutyContact()).map(Person::name).orElse(Text.of(office.dutyContact()));
    }

    /** The same for every letter of the order, to whomever it goes (D1). */
    public String messageId(DispatchEntry.Placed order) {
        String domain = office.mailFrom().substring(office.mailFrom().indexOf('@') + 1);
        return "<dispatch." + order.key() + "." + office.key() + "@" + domain + ">";
    }

    /**
     * @param sentAt time of the order, from which the answer is counted
     * @param link address of the order's page for this contact
     */
    public PostOffice.Letter compose(
            DispatchEntry.Placed order, Vendor vendor, int contact, Instant sentAt, String link) {
        Vendor.Contact to = vendor.contacts().get(contact);
        return new PostOffice.Letter(
                messageId(order),
                List.of(to.mail()),
                subject(order, vendor),
                chinese(order, vendor, to, sentAt, link) + "\n\n" + english(order, vendor, to, sentAt, link),
                Optional.empty());
    }

    private String subject(DispatchEntry.Placed order, Vendor vendor) {
        String zh = "%s%s障礙派工：%s／%s（%s）"
                .formatted(
                        drill(order) ? "【演練】" : "",
                        severity(order.severity()).zh(),
                        office.name().zh(),
                        order.circuit().isEmpty() ? vendor.contract() : order.circuit(),
                        order.incident());
        return Words.subject(zh);
    }

    private String chinese(DispatchEntry.Placed order, Vendor vendor, Vendor.Contact to, Instant sentAt, String link) {
        return lines(
                drill(order) ? "【演練】本信為演練，請依演練程序回覆，勿實際派員。" : "",
                "%s %s 您好：".formatted(vendor.name().zh(), to.name().zh()),
                "",
                "本所請貴公司立即處理下列障礙。本信所載資料即足以派工，不必開啟連結。",
                "",
                row("派工單號", order.key()),
                row("事件編號", order.incident()),
                row("嚴重程度", severity(order.severity()).zh()),
                row("申告機關", office.name().zh()),
                row("障礙地點", office.address().zh()),
                row("電路編號", order.circuit()),
                row("契約編號", vendor.contract()),
                row("障礙情形", order.fault().zh()),
                row("發生時間", TIME.format(order.since()) + "（臺北時間）"),
                row("請求事項", order.ask().zh()),
                row("請於此前回覆", TIME.format(replyBy(order, sentAt)) + "（臺北時間，派工後 " + minutes(order) + " 分鐘內）"),
                row(
                        "契約時限",
                        "到場 %s、修復 %s"
                                .formatted(
                                        span(vendor.sla().arrive()).zh(),
                                        span(vendor.sla().repair()).zh())),
                row("現場聯絡人", duty.zh() + "，電話 " + office.dutyPhone()),
                row("查證方式", "請以契約所載電話 " + vendor.verification() + " 回撥確認本信真偽"),
                "",
                "請回覆：一、是否承接（不能承接請述明原因）；二、預計到場時間；三、障礙點、影響區間及影響範圍；四、修復時間。",
                "可撥上列電話口頭回覆，由本所代為登錄；或開啟下列連結回報（僅供貴公司本案使用，請勿轉寄）：",
                link);
    }

    private String english(DispatchEntry.Placed order, Vendor vendor, Vendor.Contact to, Instant sentAt, String link) {
        return lines(
                "--------",
                drill(order) ? "[DRILL] This is a drill. Answer as the drill says; send nobody." : "",
                "To %s, %s:".formatted(vendor.name().en(), to.name().en()),
                "",
                "Please attend to the fault below at once. This letter alone is enough to act on.",
                "",
                entry("Order", order.key()),
                entry("Incident", order.incident()),
                entry("Severity", severity(order.severity()).en()),
                entry("Office", office.name().en()),
                entry("Place", office.address().en()),
                entry("Circuit", order.circuit()),
                entry("Contract", vendor.contract()),
                entry("Fault", order.fault().en()),
                entry("Since", TIME.format(order.since()) + " (Asia/Taipei)"),
                entry("Please", order.ask().en()),
                entry(
                        "Answer by",
                        TIME.format(replyBy(order, sentAt)) + " (Asia/Taipei), within " + minutes(order) + " min"),
                entry(
                        "Contract times",
                        "on site %s, repaired %s"
                                .formatted(
                                        span(vendor.sla().arrive()).en(),
                                        span(vendor.sla().repair()).en())),
                entry("On-site contact", duty.en() + ", telephone " + office.dutyPhone()),
                entry("To verify", "call back the number printed in the contract, " + vendor.verification()),
                "",
                "Please answer: whether you take it (if not, why), when somebody will be there, the fault point, the"
                        + " section and the scope affected, and when it is repaired. By telephone, or at:",
                link);
    }

    /** What the person at the telephone reads out when no letter was answered (D2). */
    public Text callScript(DispatchEntry.Placed order, Vendor vendor, Optional<Vendor> next) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Vendor.Contact contact : vendor.contacts()) {
            zh.append("%s %s；".formatted(contact.name().zh(), contact.phone()));
            en.append("%s %s; ".formatted(contact.name().en(), contact.phone()));
        }
        next.ifPresent(other -> {
            zh.append("均無人接聽時改洽%s %s；"
                    .formatted(other.name().zh(), other.contacts().getFirst().phone()));
            en.append("nobody there: %s %s; "
                    .formatted(other.name().en(), other.contacts().getFirst().phone()));
        });
        return new Text(
                Words.line("%s依序撥打：%s請說：「這裡是%s，派工單 %s，電路 %s，%s。%s」記下對方姓名、是否承接、預計到場時間。"
                        .formatted(
                                drill(order) ? "【演練】" : "",
                                zh,
                                office.name().zh(),
                                order.key(),
                                orNone(order.circuit()),
                                order.fault().zh(),
                                order.ask().zh())),
                Words.line(
                        "%sCall in this order: %sSay: \"%s, order %s, circuit %s. %s %s\" Note who spoke, whether they take it, and when they will be there."
                                .formatted(
                                        drill(order) ? "[DRILL] " : "",
                                        en,
                                        office.name().en(),
                                        order.key(),
                                        orNone(order.circuit()),
                                        order.fault().en(),
                                        order.ask().en())));
    }

    public static Instant replyBy(DispatchEntry.Placed order, Instant sentAt) {
        return sentAt.plus(order.acknowledgeWithin());
    }

    private static boolean drill(DispatchEntry.Placed order) {
        return order.mode() != Mode.LIVE;
    }

    private static long minutes(DispatchEntry.Placed order) {
        return Math.max(1, order.acknowledgeWithin().toMinutes());
    }

    private static Text severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Text("【緊急】", "critical");
            case MAJOR -> new Text("【重要】", "major");
            case MINOR -> new Text("【一般】", "minor");
        };
    }

    private static Text span(Duration span) {
        return span.toMinutes() % 60 == 0
                ? new Text(span.toHours() + " 小時", span.toHours() + " h")
                : new Text(span.toMinutes() + " 分鐘", span.toMinutes() + " min");
    }

    private static String row(String name, String value) {
        return name + "：" + orNone(Words.line(value));
    }

    private static String entry(String name, String value) {
        return name + ": " + orNone(Words.line(value));
    }

    private static String orNone(String value) {
        return value.isEmpty() ? NONE : value;
    }

    private static String lines(String... lines) {
        return String.join("\n", lines).strip();
    }
}
