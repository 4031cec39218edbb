package tw.xuhang.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.BoardView;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.ConsentView;
import tw.xuhang.web.view.Deadline;
import tw.xuhang.web.view.DeclarationView;
import tw.xuhang.web.view.Event;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.Mode;
import tw.xuhang.web.view.OutageClock;
import tw.xuhang.web.view.RunView;
import tw.xuhang.web.view.Status;
import tw.xuhang.web.view.VendorView;
import tw.xuhang.web.view.Waiting;

/** A night in the sample office, for looking at pages without one. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T05:05:20Z");

    private Samples() {}

    static Chrome chrome(String title, @Nullable Mode mode, Language language, String theme) {
        return new Chrome(Words.in(language), title, mode, "組長", "form-token", theme, "/", NOW, 2, 3, "/events", false);
    }

    static Chrome outside(String title, Mode mode, Language language, String theme) {
        return new Chrome(Words.in(language), title, mode, "", "", theme, "/", NOW, null, 0, "", false);
    }

    static OutageClock documents() {
        return new OutageClock(
                "公文系統",
                "僅能經主線路連線",
                true,
                ago(130),
                null,
                List.of(
                        new OutageClock.Mark("RTO", Duration.ofHours(2)),
                        new OutageClock.Mark("規定時限", Duration.ofHours(2)),
                        new OutageClock.Mark("MTPD", Duration.ofHours(4))));
    }

    static OutageClock welfare() {
        return new OutageClock(
                "社福與兵役申辦",
                "",
                true,
                ago(130),
                ago(126),
                List.of(
                        new OutageClock.Mark("RTO", Duration.ofHours(1)),
                        new OutageClock.Mark("MTPD", Duration.ofHours(4))));
    }

    static OutageClock website() {
        return new OutageClock(
                "官方網站", "", false, ago(40), null, List.of(new OutageClock.Mark("MTPD", Duration.ofHours(24))));
    }

    static BoardView board() {
        return new BoardView(
                List.of(
                        new BoardView.Row(
                                "2026-0007",
                                "主線路中斷，公文系統無法連線",
                                "骨幹中斷",
                                "第三級",
                                Mode.REAL,
                                new Badge(Status.RUNNING, "應變"),
                                documents(),
                                deadlines().getFirst(),
                                "步驟 5／9 請資安長同意",
                                "資安長同意",
                                "組長"),
                        new BoardView.Row(
                                "2026-0008",
                                "機房漏水演練",
                                "水災",
                                "第一級",
                                Mode.DRILL,
                                new Badge(Status.WAITING, "等待廠商"),
                                website(),
                                deadlines().get(1),
                                "步驟 2／6 通知機電廠商",
                                "機電廠商回覆",
                                "值班")),
                waiting(),
                List.of(
                        new BoardView.Lamp("公文系統", new Badge(Status.FAILED, "中斷")),
                        new BoardView.Lamp("社福與兵役申辦", new Badge(Status.DONE, "正常")),
                        new BoardView.Lamp("官方網站", new Badge(Status.WAITING, "降級")),
                        new BoardView.Lamp("電話", new Badge(Status.UNKNOWN, "未知"))),
                List.of(
                        new Fact("骨幹演練", "2026-10-03 通過"),
                        new Fact("最近備份", "02:00 已驗證"),
                        new Fact("通訊錄", "2 筆逾 90 天未確認", true)),
                "上次演練 2026-10-03，12 分鐘內恢復");
    }

    static BoardView quiet() {
        return new BoardView(List.of(), List.of(), board().services(), board().readiness(), board().quiet());
    }

    static List<Waiting> waiting() {
        return List.of(
                new Waiting(
                        "2026-0007",
                        Mode.REAL,
                        "向資安長提出請求",
                        "公文系統中斷已達規定時限 2 小時",
                        "檢視並提出",
                        "/incidents/2026-0007/declaration",
                        ago(10),
                        in(20)),
                new Waiting(
                        "2026-0008", Mode.DRILL, "確認機房電源已切斷", "機房漏水演練，步驟 3", "處理", "/runs/2026-0008.1", ago(4), null));
    }

    static List<Deadline> deadlines() {
        return List.of(
                new Deadline("一小時通報", ago(128), ago(68), ago(81), "資安聯絡人，收件編號 115-0421"),
                new Deadline("36 小時復原或損害管制", ago(128), in(36 * 60 - 128), null, ""),
                new Deadline("等級變更續報", ago(70), ago(10), null, ""));
    }

    static List<Event> timeline() {
        return List.of(
                new Event(ago(2), Status.WAITING, "請資安長同意啟動營運持續作業（第 2 版事實）", "組長", "系統"),
                new Event(ago(9), Status.FAILED, "公文系統自中斷起已達規定時限 2 小時", "系統", ""),
                new Event(ago(100), Status.DONE, "網路維護廠商：障礙點 機房出口光纜，影響區間 公所至局端，範圍 主線路", "網路維護廠商", "連結"),
                new Event(ago(121), Status.DONE, "線路出租廠商已收到派工，預計 14:10 到場", "線路出租廠商", "連結"),
                new Event(ago(126), Status.DONE, "預設路由已由 main 切換至 backup（2.4 秒）", "系統", "ansible"),
                new Event(ago(129), Status.RUNNING, "啟動手冊「骨幹中斷」版本 3fa9c1", "系統", ""),
                new Event(ago(130), Status.FAILED, "主線路：最近 5 次探測 4 次失敗，判定中斷", "探測 main", ""));
    }

    static IncidentView incident(Mode mode) {
        return new IncidentView(
                "2026-0007",
                "主線路中斷，公文系統無法連線",
                "骨幹中斷",
                "第三級",
                mode,
                new Badge(Status.RUNNING, "應變"),
                new Badge(Status.WAITING, "待資安長同意"),
                List.of(
                        new Fact("知悉時間", "2026-11-22 10:57:20"),
                        new Fact("偵測時間", "2026-11-22 10:55:20"),
                        new Fact("主責", "組長"),
                        new Fact("等級依據", "A 構面：核心系統，無法於可容忍時間內恢復"),
                        new Fact("受影響服務", "公文系統、社福與兵役申辦", true)),
                new IncidentView.Act("檢視並提出", "/incidents/2026-0007/declaration", "公文系統已達規定時限，請向資安長提出請求", true),
                "若公文系統於 14:55 前未恢復，等級將由第二級升為第三級，復原時限縮短為知悉後 36 小時。",
                List.of(documents(), welfare(), website()),
                deadlines(),
                List.of(
                        new IncidentView.RunRow(
                                "2026-0007.1",
                                "骨幹中斷",
                                new Badge(Status.WAITING, "等待同意"),
                                "步驟 5 請資安長同意",
                                ago(129),
                                4,
                                9),
                        new IncidentView.RunRow(
                                "2026-0007.2", "通知同仁", new Badge(Status.DONE, "完成"), "", ago(120), 3, 3)),
                List.of(
                        new IncidentView.OrderRow(
                                "o-1", "線路出租廠商", "電路 TW-示範-001 中斷", new Badge(Status.RUNNING, "已收到"), "", in(65)),
                        new IncidentView.OrderRow(
                                "o-2",
                                "網路維護廠商",
                                "查明障礙點",
                                new Badge(Status.DONE, "已修復"),
                                "障礙點 機房出口光纜；影響區間 公所至局端；範圍 主線路",
                                null)),
                List.of(new IncidentView.ConsentRow(
                        "c-1", new Badge(Status.WAITING, "待決定"), "13:03 由組長提出，13:13 提醒，13:23 轉授權人", "/consents/c-1")),
                List.of(new IncidentView.AddedRow(
                        "2026-0007.added-1", "把備援主機搬到二樓", "主機房", new Badge(Status.WAITING, "待辦"), null)),
                List.of(
                        new IncidentView.Act("營運持續作業", "/incidents/2026-0007/declaration", "", true),
                        new IncidentView.Act("電話同意代登", "/incidents/2026-0007/phone-consent", "", false),
                        new IncidentView.Act("通報單", "/incidents/2026-0007/form", "", false)),
                timeline(),
                true);
    }

    static RunView run() {
        List<RunView.LogLine> log = List.of(
                line(126, Status.RUNNING, "PLAY [切換預設路由] *****"),
                line(126, Status.DONE, "ok: [gateway] => 讀取目前路由 via main"),
                line(126, Status.DONE, "changed: [gateway] => ip route replace default via 198.51.100.1 dev backup"),
                line(126, Status.FAILED, "fatal: [counter-switch]: UNREACHABLE! 連線逾時 10 秒"));
        return new RunView(
                "2026-0007.1",
                "2026-0007",
                null,
                List.of("2026-0007.1-9"),
                "骨幹中斷",
                "3fa9c1",
                Mode.REAL,
                new Badge(Status.WAITING, "已暫停"),
                "由探測 main 觸發：最近 5 次 4 次失敗",
                ago(129),
                null,
                Duration.ofMinutes(12),
                List.of(
                        step("switch", "1", 0, "切換至備援線路", "ansible", Status.DONE, "完成", 129, 126, "2.4 秒", List.of()),
                        step("call", "2", 0, "同時聯絡廠商", "並行", Status.RUNNING, "執行中", 128, null, "", List.of()),
                        step("lessor", "2.1", 1, "線路出租廠商", "派工", Status.DONE, "已收到", 128, 121, "", List.of()),
                        step(
                                "maintainer",
                                "2.2",
                                1,
                                "網路維護廠商",
                                "派工",
                                Status.WAITING,
                                "等待廠商",
                                128,
                                null,
                                "未回覆 7 分，將轉下一位聯絡人",
                                List.of()),
                        step("shape", "3", 0, "流量控管：優先核心服務", "ansible", Status.FAILED, "失敗", 126, 125, "", log),
                        step("verify", "4", 0, "由臨櫃網段逐一驗證服務", "探測", Status.IDLE, "未開始", null, null, "", List.of()),
                        step(
                                "ask",
                                "5",
                                0,
                                "請資安長同意啟動營運持續",
                                "同意",
                                Status.SKIPPED,
                                "略過",
                                null,
                                null,
                                "服務已恢復",
                                List.of())),
                new RunView.Trouble(
                        "shape",
                        "流量控管：優先核心服務",
                        new Badge(Status.FAILED, "失敗"),
                        "主機 counter-switch 無法連線；gateway 已完成。",
                        "確認交換器電源後重試；仍失敗時改以人工限制訪客網路。",
                        log.subList(2, 4)),
                List.of(new RunView.Task(
                        "look",
                        "到機房確認主線路設備",
                        "請主機房人員到場，看主線路數據機燈號與光纖接頭，並拍照。",
                        "主機房",
                        in(9),
                        List.of("數據機電源燈亮", "LOS 燈是否為紅色", "光纖接頭無鬆脫"),
                        List.of(new RunView.Field("los", "LOS 燈狀態", "text", true)),
                        true)),
                new RunView.Pause("組長", "先確認備援線路是否超限", ago(3)),
                true);
    }

    static ConsentView consent(ConsentView.State state, String trouble) {
        boolean open = state == ConsentView.State.OPEN;
        return new ConsentView(
                "/a/token",
                "2026-0007",
                Mode.REAL,
                state,
                "請決定：是否同意啟動營運持續作業",
                "公文系統改於備援場所以精簡方式運作；臨櫃改收紙本。",
                open ? List.of(documents()) : List.of(),
                List.of(
                        new Fact("事件", "2026-0007 骨幹中斷"),
                        new Fact("等級", "第三級", true),
                        new Fact("影響服務", "公文系統（核心）"),
                        new Fact("規定時限", "2 小時，13:05 已達"),
                        new Fact("已採行動", "已切換備援線路，其他服務已恢復；廠商 14:10 到場")),
                List.of("組長可宣布啟動營運持續作業", "手冊步驟 6–8 開始：備援場所運作、紙本收件"),
                List.of("步驟 6–8 不會開始", "備援線路、隔離與廠商派工不受影響"),
                "組長",
                ago(2),
                2,
                "0000-000-007",
                open ? "" : "資安長，經由連結與驗證碼",
                open ? null : ago(1),
                trouble,
                "",
                true,
                List.of(timeline().getFirst()));
    }

    static VendorView vendor(boolean acknowledged, boolean open) {
        return new VendorView(
                "/v/token",
                Mode.DRILL,
                "D-2026-0007-1",
                "示範鎮公所",
                "線路出租廠商",
                "主線路中斷，請查明障礙點並修復",
                List.of(
                        new Fact("電路編號", "TW-示範-001", true),
                        new Fact("地點", "示範鎮中山路 1 號 2 樓機房"),
                        new Fact("障礙現象", "10:55 起完全不通，對端無回應"),
                        new Fact("現場聯絡人", "主機房 0000-000-003"),
                        new Fact("服務水準", "4 小時內修復")),
                "請撥契約書所載之公所電話，說出派工單號。",
                in(6),
                new Badge(open ? Status.WAITING : Status.DONE, open ? "待回覆" : "已修復"),
                open,
                acknowledged,
                false,
                acknowledged ? in(65) : null,
                "",
                acknowledged ? List.of(new Event(ago(3), Status.DONE, "已收到", "線路出租廠商", "連結")) : List.of());
    }

    static DeclarationView declaration(DeclarationView.Act act) {
        return new DeclarationView(
                "2026-0007",
                "c-1",
                Mode.REAL,
                new Badge(Status.WAITING, "待提出"),
                act,
                2,
                "公文系統中斷已達規定時限。提出後由資安長決定，決定後由您宣布。",
                List.of(documents()),
                List.of(new Fact("等級", "第三級"), new Fact("影響服務", "公文系統（核心）")),
                List.of("備援場所運作", "臨櫃改收紙本"),
                List.of(new DeclarationView.Choice("limit", "中斷達規定時限"), new DeclarationView.Choice("plan", "符合計畫啟動條件")),
                "",
                List.of(timeline().get(1)));
    }

    private static RunView.Step step(
            String id,
            String number,
            int depth,
            String name,
            String kind,
            Status status,
            String word,
            @Nullable Integer from,
            @Nullable Integer to,
            String note,
            List<RunView.LogLine> log) {
        return new RunView.Step(
                id,
                number,
                depth,
                name,
                kind,
                new Badge(status, word),
                from == null ? null : ago(from),
                to == null ? null : ago(to),
                from == null ? 0 : 1,
                note,
                log,
                status == Status.FAILED || status == Status.WAITING,
                false);
    }

    private static RunView.LogLine line(int ago, Status status, String text) {
        return new RunView.LogLine(ago(ago), status, text);
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes)).minusSeconds(35);
    }

    private static Instant in(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
