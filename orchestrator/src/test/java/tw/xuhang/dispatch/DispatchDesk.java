package tw.xuhang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Dispatch.Finish;
import tw.xuhang.runbook.Step.Dispatch.Severity;
import tw.xuhang.runbook.Text;

/** An order to the line lessor, which has two contacts and fifteen minutes. */
final class DispatchDesk {

    static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");
    static final String KEY = "2026-0001.1.call-carrier";
    static final Answerer ENGINEER = Answerer.byLink("值班工程師");
    static final Answerer BY_PHONE = Answerer.byPhone("障礙申報台", "duty");

    final Directory directory = SampleOffice.directory();
    final StandingClock clock = new StandingClock(T0);
    final TinyJournal journal = new TinyJournal(clock);
    final RememberingCodec<DispatchEntry> codec = new RememberingCodec<>();
    final Dispatches dispatches = new Dispatches(journal, codec, clock);
    final Counter counter = new Counter();
    final SendingOrders sending = new SendingOrders(
            dispatches,
            () -> directory,
            (order, person) -> new LinkMaker.Made("http://127.0.0.1:8080/v/raw-token", "hash"),
            counter);

    static DispatchEntry.Placed order(Mode mode) {
        return new DispatchEntry.Placed(
                KEY,
                "2026-0001",
                "2026-0001.1",
                "call-carrier",
                "run/2026-0001.1",
                5,
                mode,
                "line-lessor",
                "DEMO-MAIN-0001",
                2,
                Severity.CRITICAL,
                Finish.SENT,
                Duration.ofMinutes(15),
                new Text("主線路中斷", "the main line is down"),
                T0.minusSeconds(2),
                new Text("請查明障礙點", "find the fault point"));
    }

    DispatchDesk placed() {
        dispatches.place(order(Mode.LIVE));
        return this;
    }

    DispatchOrder climb(Duration after) {
        clock.set(T0.plus(after));
        try {
            return sending.climb(KEY);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    DispatchOrder get() {
        return dispatches.get(KEY);
    }

    List<DispatchEntry> facts() {
        return journal.all(Dispatches.KIND).stream().map(codec::read).toList();
    }

    List<String> addressees() {
        return counter.taken.stream().flatMap(l -> l.to().stream()).toList();
    }

    static DispatchOrder recorded(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
        return ((Answer.Recorded) answer).order();
    }

    static Refusal declined(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Declined.class);
        return ((Answer.Declined) answer).why();
    }
}
