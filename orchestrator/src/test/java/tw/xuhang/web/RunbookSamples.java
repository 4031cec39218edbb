package tw.xuhang.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tw.xuhang.publication.LineDifference;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.Event;
import tw.xuhang.web.view.RunbookView;
import tw.xuhang.web.view.RunbookView.Acts;
import tw.xuhang.web.view.RunbookView.Finding;
import tw.xuhang.web.view.RunbookView.Line;
import tw.xuhang.web.view.RunbookView.Row;
import tw.xuhang.web.view.RunbooksView;
import tw.xuhang.web.view.Status;

/** Runbooks and versions as pages show them. */
final class RunbookSamples {

    private static final String OLD = "fc15736e2ee8fb4abf186a46dbbb15380cd006a3e003b237836f972ea655ada5";
    private static final String NEW = "23b7d7b6c0aa6f3be5d6b1c1c5f6ba37f7c8ee4a1a1ba2a4c6df0b5d1e0f2a39";
    private static final String BEFORE = """
            steps:
              - task: look
                title: { zh-TW: 查看燈號, en: Look at the lamps }
                who: server-room
                timeout: 4h
            """;
    private static final String AFTER = BEFORE.replace("4h", "30m")
            + "    checklist: [{ zh-TW: 光纖收發器與路由器之燈號逐一核對並拍照, en: Lamps of the media converter and the router }]\n";

    private RunbookSamples() {}

    static RunbooksView all() {
        return new RunbooksView(
                List.of(
                        new RunbooksView.Row(
                                "backbone-outage",
                                "骨幹線路中斷應變",
                                new Badge(Status.DONE, "本所已公布"),
                                "現行版本 fc15736e，資安長於 2026-11-23 12:55:02 公布",
                                "版本 23b7d7b6 待組長審查",
                                ""),
                        new RunbooksView.Row(
                                "pump-room",
                                "機房淹水",
                                new Badge(Status.FAILED, "無現行版本，不會啟動"),
                                "目前沒有現行版本",
                                "",
                                "/srv/xuhang/office/runbooks/pump-room.yaml:12:5: error: 'timeuot' is no key of a task [RB-K01]")),
                List.of("/srv/xuhang/office/runbooks/flood.yml:1:1: error: a runbook's file ends in .yaml [RB-F09]"));
    }

    static RunbookView one(Acts acts, String trouble) {
        var draft = new Row(NEW, "23b7d7b6", new Badge(Status.WAITING, "已審查，待公布"), "組長 12:54 審查通過，待資安長公布：與名冊相符");
        var current = new Row(OLD, "fc15736e", new Badge(Status.DONE, "現行"), "資安長 11-02 10:00 公布");
        return new RunbookView(
                "backbone-outage",
                new Badge(Status.DONE, "本所已公布"),
                "現行版本 fc15736e，資安長於 2026-11-23 12:55:02 公布",
                OLD,
                draft,
                OLD,
                LineDifference.of(BEFORE, AFTER).stream()
                        .map(line -> line.kind() == LineDifference.Kind.GAP
                                ? new Line("gap", "", line.toString())
                                : new Line(
                                        line.kind().name().toLowerCase(Locale.ROOT),
                                        line.kind().sign(),
                                        line.text()))
                        .toList(),
                Stream.of("RB-C14", "RB-C30")
                        .map(rule -> new Finding(
                                new Badge(Status.WAITING, "提醒"),
                                false,
                                rule,
                                "Something looks whether the services are back.",
                                12,
                                "no step verifies that the services are back; add 'verify'"))
                        .toList(),
                acts,
                List.of(draft, current),
                List.of(),
                AFTER,
                List.of(new Event(Samples.NOW, Status.WAITING, "版本 23b7d7b6 審查通過：與名冊相符", "組長", "2026-11-23 12:54:44")),
                trouble);
    }
}
