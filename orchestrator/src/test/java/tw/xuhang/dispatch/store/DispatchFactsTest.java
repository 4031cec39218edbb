package tw.xuhang.dispatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.xuhang.dispatch.Answerer;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Dispatch.Finish;
import tw.xuhang.runbook.Step.Dispatch.Severity;
import tw.xuhang.runbook.Text;

final class DispatchFactsTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00.123456Z");
    private static final Answerer BY = Answerer.byPhone("障礙申報台", "duty");

    static List<DispatchEntry> facts() {
        return List.of(
                new DispatchEntry.Placed(
                        "2026-0001.1.call-carrier",
                        "2026-0001",
                        "2026-0001.1",
                        "call-carrier",
                        "run/2026-0001.1",
                        5,
                        Mode.LIVE,
                        "line-lessor",
                        "DEMO-MAIN-0001",
                        2,
                        Severity.CRITICAL,
                        Finish.SENT,
                        Duration.ofMinutes(15),
                        new Text("中斷", "down"),
                        T0,
                        new Text("查明", "find out")),
                new DispatchEntry.Awaited("run/2026-0001.1", 9),
                new DispatchEntry.Sending(0, "<x@office.test>", "abc"),
                new DispatchEntry.Sent(0, "250 queued"),
                new DispatchEntry.SendFailed(1, true, "550"),
                new DispatchEntry.CallTaskOpened(),
                new DispatchEntry.Acknowledged(BY),
                new DispatchEntry.Declined(Answerer.byLink("工程師"), "非本公司線路"),
                new DispatchEntry.EtaGiven(BY, T0),
                new DispatchEntry.Arrived(BY),
                new DispatchEntry.Reported(BY, "人孔", "中正路", "全鎮", ""),
                new DispatchEntry.Fixed(BY, "光纖遭挖斷"),
                new DispatchEntry.Closed("誤報"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactComesBackFromTheJournalAsItWasWritten(DispatchEntry fact) {
        Draft draft = DispatchFacts.codec().write(fact);
        var entry = new Entry(
                StreamId.of("dispatch", "x"), 1, "", draft.type(), draft.version(), T0, Actor.SYSTEM, draft.body(), "");
        assertThat(DispatchFacts.codec().read(entry)).isEqualTo(fact);
    }
}
