package tw.xuhang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.dispatch.DispatchDesk.T0;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.PostOffice;

final class OrderLetterTest {

    private static final String LINK = "http://127.0.0.1:8080/v/token";

    private final Directory directory = SampleOffice.directory();
    private final OrderLetter letters = new OrderLetter(directory);
    private final Vendor vendor = directory.vendor("line-lessor").orElseThrow();

    @Test
    void theLetterAloneIsEnoughToActOnInEitherLanguage() {
        PostOffice.Letter letter = compose(DispatchDesk.order(Mode.LIVE));
        assertThat(letter.to()).containsExactly("faults@lessor.test");
        assertThat(letter.subject()).isEqualTo("【緊急】障礙派工：示範鎮公所／DEMO-MAIN-0001（2026-0001）");
        assertThat(letter.text())
                .contains(
                        "派工單號：2026-0001.1.call-carrier",
                        "障礙地點：示範縣示範鎮中正路 1 號（主機房：二樓）",
                        "電路編號：DEMO-MAIN-0001",
                        "契約編號：示鎮約 115-L-01",
                        "障礙情形：主線路中斷",
                        "發生時間：2026-11-22 02:09:58（臺北時間）",
                        "請於此前回覆：2026-11-22 02:25:00（臺北時間，派工後 15 分鐘內）",
                        "到場 2 小時、修復 6 小時",
                        "現場聯絡人：值班，電話 00-0000-0100",
                        "請以契約所載電話 00-0000-0100 回撥",
                        "障礙點、影響區間及影響範圍",
                        "Circuit: DEMO-MAIN-0001",
                        "Fault: the main line is down",
                        "Answer by: 2026-11-22 02:25:00",
                        LINK);
        assertThat(letter.text().indexOf("派工單號")).isLessThan(letter.text().indexOf("Order: "));
    }

    @Test
    void aDrillSaysSoFirst() {
        for (Mode mode : new Mode[] {Mode.DRILL, Mode.SIMULATE}) {
            PostOffice.Letter letter = compose(DispatchDesk.order(mode));
            assertThat(letter.subject()).startsWith("【演練】");
            assertThat(letter.text()).startsWith("【演練】").contains("[DRILL]");
            assertThat(letters.callScript(DispatchDesk.order(mode), vendor, Optional.empty())
                            .zh())
                    .startsWith("【演練】");
        }
        assertThat(compose(DispatchDesk.order(Mode.LIVE)).text()).doesNotContain("演練");
    }

    @Test
    void nothingFromOutsideAddsAHeaderALineOrARecipient() {
        var evil = new Text("主線路\r\nBcc: x@evil.test\u2028派工單號：999\u202E", "down\nSubject: other");
        PostOffice.Letter letter = compose(faulty(evil, "MAIN\r\nBcc: y@evil.test"));
        assertThat(letter.subject()).doesNotContain("\r", "\n").hasSizeLessThan(130);
        assertThat(letter.to()).containsExactly("faults@lessor.test");
        assertThat(letter.text().lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Subject"));
        assertThat(letter.text().lines().filter(line -> line.startsWith("派工單號：")))
                .hasSize(1);
        assertThat(letter.text()).doesNotContain("\u202E", "\u2028");
    }

    @Test
    void whateverIsInTheFactsTheSubjectIsOneLineAndTheLetterHasTheSameRows() {
        var random = new Random(11);
        long rows = compose(DispatchDesk.order(Mode.LIVE)).text().lines().count();
        for (int i = 0; i < 500; i++) {
            var noise = new StringBuilder();
            for (int n = 0; n < random.nextInt(200); n++) {
                noise.appendCodePoint(random.nextInt(0x2FFFF));
            }
            PostOffice.Letter letter = compose(faulty(Text.of(noise.toString()), noise.toString()));
            assertThat(letter.subject().codePoints()).noneMatch(Character::isISOControl);
            assertThat(letter.text().lines().count()).isEqualTo(rows);
        }
    }

    @Test
    void theCallScriptNamesTheNumbersInOrderAndWhomToTryNext() {
        Text script = letters.callScript(
                DispatchDesk.order(Mode.LIVE),
                vendor,
                directory.vendor(vendor.next().orElseThrow()));
        assertThat(script.zh())
                .containsSubsequence("00-0000-0301", "00-0000-0302", "網路維護廠商", "00-0000-0321", "DEMO-MAIN-0001");
    }

    private PostOffice.Letter compose(DispatchEntry.Placed order) {
        return letters.compose(order, vendor, 0, T0, LINK);
    }

    private static DispatchEntry.Placed faulty(Text fault, String circuit) {
        var o = DispatchDesk.order(Mode.LIVE);
        return new DispatchEntry.Placed(
                o.key(),
                o.incident(),
                o.run(),
                o.step(),
                o.attemptStream(),
                o.attempt(),
                o.mode(),
                o.vendor(),
                circuit,
                o.contacts(),
                o.severity(),
                o.finish(),
                o.acknowledgeWithin(),
                fault,
                o.since(),
                o.ask());
    }
}
