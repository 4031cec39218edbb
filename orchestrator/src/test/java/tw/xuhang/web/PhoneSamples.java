package tw.xuhang.web;

import java.util.List;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.Mode;
import tw.xuhang.web.view.PhoneView;
import tw.xuhang.web.view.Status;

/** A call to the CISO, at each of its moments. */
final class PhoneSamples {

    private PhoneSamples() {}

    enum Moment {
        OPEN,
        WRONG,
        AWAITS,
        OVERDUE,
        NOT_YET
    }

    static PhoneView at(Moment state, Words words) {
        boolean open = state == Moment.OPEN || state == Moment.WRONG;
        boolean spoken = state == Moment.AWAITS || state == Moment.OVERDUE;
        return new PhoneView(
                "2026-0007.continuity",
                "2026-0007",
                Mode.REAL,
                new Badge(Status.WAITING, open ? "待資安長決定" : "已同意，待組長宣布"),
                open,
                "請決定：是否同意啟動營運持續作業",
                open ? List.of(Samples.documents()) : List.of(),
                List.of(
                        new Fact("事件", "2026-0007"),
                        new Fact("公文系統", "2026-11-22 10:55:20 起中斷，規定時限 2 小時，可容忍 4 小時", true)),
                List.of("公文改以人工收發，急件專人遞送"),
                "402817",
                List.of(
                        new PhoneView.Call("ciso 00-0000-0101", "資安長", "00-0000-0101", ""),
                        new PhoneView.Call("ciso 00-0000-0201", "資安長", "00-0000-0201", ""),
                        new PhoneView.Call("ciso-deputy 00-0000-0102", "資安長授權人", "00-0000-0102", "示鎮資字第 1150001 號")),
                List.of(new PhoneView.Choice("contact", "資安聯絡人"), new PhoneView.Choice("duty", "值班")),
                "13:05",
                spoken
                        ? "資安長，以電話決定 — 同意，依計畫"
                                + words.get(
                                        state == Moment.OVERDUE ? "consent.spoken.overdue" : "consent.spoken.awaits",
                                        "2026-11-23 13:01:00")
                        : "",
                spoken
                        ? List.of(
                                new Fact(words.get("phone.speaker"), "資安長"),
                                new Fact(words.get("phone.number"), "00-0000-0101"),
                                new Fact(words.get("phone.recorder"), "值班"),
                                new Fact(words.get("phone.witness"), "資安聯絡人"))
                        : List.of(),
                state == Moment.OVERDUE,
                state == Moment.WRONG ? words.get("phone.trouble.wrong") : "",
                state == Moment.WRONG
                        ? new PhoneView.Typed("ciso 00-0000-0101", "contact", "grant", "同意，依計畫")
                        : PhoneView.Typed.NOTHING);
    }
}
