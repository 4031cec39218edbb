package tw.xuhang.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tw.xuhang.access.Role;
import tw.xuhang.command.Exit;

/** Sets the stage, cuts the line, and sees the case through: played to its end, or left to whoever watches. */
final class Show {

    private static final String MAIN = "main";
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Stage stage;
    private final Story story;
    private final InstantSource clock;
    private final Lab lab;
    private final MailCatcher mail;
    private final Cast cast;
    private final ServeProcess service;
    private final Records records;
    private final Path pings;

    Show(Stage stage, Path scripts, int port, Story story, InstantSource clock)
            throws IOException, InterruptedException {
        this.stage = stage;
        this.story = story;
        this.clock = clock;
        this.lab = stage.lab(scripts);
        this.mail = stage.mail();
        this.cast = stage.office(lab, port);
        this.service = stage.service(port, lab, mail, cast);
        this.records = new Records(stage.signedIn(cast, Role.AUDITOR, service));
        this.pings = stage.pings(lab);
    }

    /** @return exit code: 0 only if the services were restored and the case stood down */
    int rehearse() throws IOException, InterruptedException {
        VendorPart vendors = stage.vendors(cast, mail, service);
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("經過 Story", new Narrator(records, story));
        parts.put("廠商 Vendors", vendors);
        parts.put("組長 Leader", new LeaderPart(stage.signedIn(cast, Role.TEAM_LEADER, service), story));
        parts.put("資安長 CISO", new CisoPart(stage.player(cast, Role.CISO, service), mail, story));
        parts.put("機房 Server room", new OnSitePart(stage.signedIn(cast, Role.SERVER_ROOM, service), story));
        parts.put("修復 Repair", new Repair(lab, vendors, story, clock));
        Instant cutAt = cut();
        Play play = new Play(records, parts, story, clock);
        Optional<CaseFile> end = play.run(cutAt.plus(LONGEST), service::alive);
        List<String> missing = missing(end, play);
        String figures = figures(cutAt, end).line();
        missing.forEach(line -> story.tell("！" + line));
        if (missing.isEmpty()) {
            stage.clear();
        } else {
            story.tell("紀錄留在 Logs are kept in " + stage.folder());
        }
        stage.close();
        story.end(figures);
        return missing.isEmpty() ? Exit.OK : Exit.ERROR;
    }

    /** Stays until Ctrl-C and tells what happens; people act by themselves. */
    int open() throws IOException, InterruptedException {
        Desk desk = stage.desk(service, cast, mail, lab);
        story.tell("展示桌：信件、帳號與驗證碼、修復線路 Desk with letters, accounts and codes: " + desk.address());
        Play play = new Play(records, Map.of("經過 Story", new Narrator(records, story)), story, clock);
        for (Role role : List.of(Role.TEAM_LEADER, Role.CISO, Role.SERVER_ROOM)) {
            Member member = cast.holder(role);
            story.tell("登入 Sign in: %s %s / %s".formatted(member.post(), member.account(), member.password()));
        }
        cut();
        stage.clear();
        play.run(Instant.MAX, service::alive);
        story.tell("結束請按 Ctrl-C。Press Ctrl-C to end.");
        while (service.alive() && !story.hushed()) {
            TimeUnit.SECONDS.sleep(1);
        }
        if (story.hushed()) {
            return Exit.OK;
        }
        throw new IOException("the service ended by itself:\n" + service.tail());
    }

    private Instant cut() throws IOException, InterruptedException {
        story.tell("一切正常，兩秒後切斷主線路 All is quiet; the main line is cut in two seconds");
        TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
        Instant cutAt = clock.instant();
        story.begins(cutAt);
        lab.cut(MAIN);
        story.tell(cutAt, "主線路中斷 The main line is cut");
        return cutAt;
    }

    private List<String> missing(Optional<CaseFile> end, Play play) throws IOException {
        List<String> missing = new ArrayList<>();
        if (end.isEmpty()) {
            missing.add("沒有開案 No case was opened");
        } else if (!end.get().stoodDown()) {
            missing.add("未解除 Not stood down within %d min: %s".formatted(LONGEST.toMinutes(), state(end.get())));
        }
        if (!missing.isEmpty()) {
            play.troubles().forEach((part, why) -> missing.add(part + "：" + why));
        }
        if (!service.alive()) {
            missing.add("系統已停止 The service ended:\n" + service.tail());
        }
        return missing;
    }

    private static String state(CaseFile file) {
        return "phase %s, services away %s, consent to declare %s, waiting: declare %s, stand-down %s"
                .formatted(
                        file.phase(),
                        file.servicesAway(),
                        file.consentToDeclare(),
                        duties(file, "declare"),
                        duties(file, "stand-down"));
    }

    private static List<String> duties(CaseFile file, String act) {
        return file.consents(act).stream()
                .map(consent -> consent.path("phase").asText() + "/"
                        + consent.path("waitsFor").asText())
                .toList();
    }

    private Figures figures(Instant cutAt, Optional<CaseFile> end) throws IOException, InterruptedException {
        return new Figures(
                "backbone-outage",
                cutAt,
                end.map(CaseFile::number),
                end.map(CaseFile::openedAt),
                end.isPresent() ? records.firstStepAt(end.get()) : Optional.empty(),
                end.flatMap(CaseFile::servicesBackAt),
                PingLog.read(pings).longestAfter(cutAt).map(PingLog.Gap::seconds),
                end.map(file -> file.orders().size()).orElse(0),
                end.map(CaseFile::consentToDeclare).orElse("none"));
    }
}
