package tw.xuhang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.dispatch.DispatchDesk.KEY;
import static tw.xuhang.dispatch.DispatchDesk.T0;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Step.Dispatch.Finish;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.PostOffice.Posted;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;

final class DispatchStepsTest {

    private final DispatchDesk desk = new DispatchDesk();
    private final DispatchSteps steps = new DispatchSteps(
            desk.dispatches,
            desk.sending,
            () -> desk.directory,
            incident -> new DispatchSteps.Fault(new Text("主線路中斷", "main line down"), T0, "main"));

    @Test
    void aStepThatEndsWhenSentEndsWhenTheMailServerTookTheLetter() throws InterruptedException {
        assertThat(steps.perform(attempt(5, "vendor-of($main)", Finish.SENT)))
                .isEqualTo(new Report.Ended(new Outcome.Succeeded(Map.of("order", KEY))));
        assertThat(desk.get().placed().orElseThrow().circuit()).isEqualTo("DEMO-MAIN-0001");
        assertThat(desk.get().placed().orElseThrow().ask().zh()).isEqualTo("查明 main 障礙點");
    }

    @Test
    void aStepThatEndsWhenAcknowledgedWaitsForTheVendorByName() throws InterruptedException {
        var attempt = attempt(5, "vendor-of($main)", Finish.ACKNOWLEDGED);
        assertThat(steps.perform(attempt)).isEqualTo(new Report.Parked(new Waiting.Vendor(KEY)));
        assertThat(steps.inquire(attempt)).isEqualTo(new Inquiry.Waits(new Waiting.Vendor(KEY)));
        desk.dispatches.acknowledge(KEY, DispatchDesk.ENGINEER);
        assertThat(steps.inquire(attempt)).isInstanceOf(Inquiry.Finished.class);
        assertThat(OrderOutcome.posts(desk.get(), desk.facts().getLast()))
                .hasSize(2)
                .startsWith(new Post.Answered("call-carrier", Step.Dispatch.Answer.ACKNOWLEDGED))
                .last()
                .isInstanceOf(Post.Reported.class);
        desk.dispatches.fixed(KEY, DispatchDesk.ENGINEER, "光纖修復");
        assertThat(OrderOutcome.posts(desk.get(), desk.facts().getLast()))
                .startsWith(new Post.Answered("call-carrier", Step.Dispatch.Answer.FIXED));
    }

    @Test
    void aLetterThatCannotLeaveKeepsTheStepWaitingAndNotFailing() throws InterruptedException {
        desk.counter.answer = letter -> new Posted.Deferred("connection refused");
        var attempt = attempt(5, "vendor-of($main)", Finish.SENT);
        assertThat(steps.perform(attempt)).isInstanceOf(Report.Parked.class);
        desk.counter.answer = letter -> new Posted.Accepted("250");
        desk.climb(Duration.ofSeconds(5));
        assertThat(OrderOutcome.posts(desk.get(), desk.facts().getLast())).hasSize(1);
    }

    @Test
    void aSecondAttemptSendsNoSecondJob() throws InterruptedException {
        steps.perform(attempt(5, "vendor-of($main)", Finish.SENT));
        steps.perform(attempt(9, "vendor-of($main)", Finish.SENT));
        assertThat(desk.counter.taken).hasSize(1);
    }

    @Test
    void anAttemptThatNeverPlacedItsOrderNeverStarted() {
        assertThat(steps.inquire(attempt(5, "vendor-of($main)", Finish.SENT))).isInstanceOf(Inquiry.NeverStarted.class);
    }

    @Test
    void aVendorThatIsNotInTheDirectoryFailsTheStepAndSaysSo() throws InterruptedException {
        assertThat(steps.perform(attempt(5, "nobody", Finish.SENT)))
                .isEqualTo(new Report.Ended(Outcome.failed("the directory has no vendor nobody")));
    }

    @Test
    void aVendorWhoDeclinesFailsTheStepWithTheReason() throws InterruptedException {
        steps.perform(attempt(5, "vendor-of($main)", Finish.ACKNOWLEDGED));
        desk.dispatches.decline(KEY, DispatchDesk.ENGINEER, "非本公司線路");
        assertThat(OrderOutcome.of(desk.get()).orElseThrow())
                .isInstanceOf(Outcome.Failed.class)
                .asString()
                .contains("非本公司線路");
    }

    private static Attempt attempt(long seq, String to, Finish finish) {
        var step = new Step.Dispatch(
                Frame.named("call-carrier"),
                to,
                Step.Dispatch.Severity.CRITICAL,
                finish,
                Duration.ofMinutes(15),
                new Text("查明 $main 障礙點", "find the fault of $main"));
        return new Attempt(
                new AttemptId("run/2026-0001.1", seq),
                "2026-0001.1",
                "2026-0001",
                step,
                1,
                Map.of("main", "main"),
                Mode.LIVE);
    }
}
