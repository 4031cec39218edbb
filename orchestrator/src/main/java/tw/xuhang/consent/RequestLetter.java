package tw.xuhang.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.time.OfficeTime;

/** Writes to those who must act: the facts first, so that a decision by telephone needs no link (C2, C5). */
final class RequestLetter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeTime.ZONE);

    private final Directory directory;
    private final Instant now;

    RequestLetter(Directory directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    /**
     * @param nth counts the letters about this duty, so that a reminder is a letter of its own
     */
    PostOffice.Letter compose(ConsentRequest request, Duty duty, Person to, int nth, String link) {
        String domain = directory.office().mailFrom();
        domain = domain.substring(domain.indexOf('@') + 1);
        String id = "<consent.%s.%d.%s.%s.%d@%s>"
                .formatted(
                        request.key(),
                        request.version(),
                        duty.name().toLowerCase(Locale.ROOT),
                        to.account(),
                        nth,
                        domain);
        return new PostOffice.Letter(
                id, List.of(to.mail()), subject(request, duty, nth), text(request, duty, link), Optional.empty());
    }

    private String subject(ConsentRequest request, Duty duty, int nth) {
        return "%s%s%s（%s）"
                .formatted(
                        drill(request) ? "【演練】" : "",
                        nth > 1 ? "【提醒】" : "",
                        ask(request, duty).zh(),
                        request.incident());
    }

    private String text(ConsentRequest request, Duty duty, String link) {
        var zh = new StringBuilder(drill(request) ? "【演練】本信為演練。\n" : "");
        var en = new StringBuilder(drill(request) ? "[DRILL] This is a drill.\n" : "");
        zh.append(ask(request, duty).zh()).append("。\n\n");
        en.append(ask(request, duty).en()).append(".\n\n");
        for (Basis.Away away : request.basis().services()) {
            Text name = directory
                    .service(away.service())
                    .map(CatalogueService::name)
                    .orElse(Text.of(away.service()));
            zh.append("%s：自 %s 中斷，已 %s；啟動時限 %s，可容忍中斷 %s。\n"
                    .formatted(
                            name.zh(),
                            TIME.format(away.since()),
                            span(away.lasting(now)),
                            span(away.limit()),
                            span(away.mtpd())));
            en.append("%s: away since %s, for %s; limit %s, tolerable %s.\n"
                    .formatted(
                            name.en(),
                            TIME.format(away.since()),
                            span(away.lasting(now)),
                            span(away.limit()),
                            span(away.mtpd())));
        }
        request.opened().stream().flatMap(o -> o.effects().stream()).forEach(effect -> {
            zh.append("宣布後：").append(effect.zh()).append("\n");
            en.append("Then begins: ").append(effect.en()).append("\n");
        });
        String code = ReadBack.code(request.key(), request.version());
        zh.append("\n申請編號 %s，事實第 %d 版，電話覆誦碼 %s。\n".formatted(request.key(), request.version(), code));
        en.append("\nRequest %s, facts version %d, code to read back by telephone %s.\n"
                .formatted(request.key(), request.version(), code));
        zh.append("開啟連結不會作成任何決定；決定須以您本人之第二驗證因子為之，或以電話為之（%s）。\n"
                .formatted(directory.office().dutyPhone()));
        en.append("Opening the link decides nothing; deciding takes your own second factor, or the telephone (%s).\n"
                .formatted(directory.office().dutyPhone()));
        return zh + (link.isEmpty() ? "" : link + "\n") + "\n--------\n" + en;
    }

    private static boolean drill(ConsentRequest request) {
        return request.opened().map(o -> o.mode() != Mode.LIVE).orElse(false);
    }

    private static Text ask(ConsentRequest request, Duty duty) {
        boolean declare = request.act() == Act.DECLARE;
        String zh = declare ? "啟動營運持續作業" : "解除營運持續作業";
        String en = declare ? "declare continuity operations" : "stand continuity operations down";
        return switch (duty) {
            case REQUEST -> new Text("請決定是否報請資安長同意" + zh, "Please decide whether to ask the CISO to consent to " + en);
            case DECIDE -> new Text("請決定是否同意" + zh, "Please decide whether you consent: the team leader asks to " + en);
            case DECLARE -> new Text("資安長已同意，請宣布" + zh, "The CISO has consented; please " + en);
            case RATIFY ->
                new Text("請補簽您以電話所作之決定：" + zh, "Please confirm in person what you decided by telephone: " + en);
        };
    }

    private static String span(Duration span) {
        return "%d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }
}
