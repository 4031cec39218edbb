package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/** In an exercise the engine calls the same ports, and none of them comes near the world. */
class PretendingTest {

    /** Fails whoever comes near it. */
    private static final StepPort WORLD = new StepPort() {
        @Override
        public Report perform(Attempt attempt) {
            throw new AssertionError("the world was touched");
        }

        @Override
        public Report pretend(Attempt attempt) {
            return new Report.Ended(Outcome.pretended("line-lessor"));
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            throw new AssertionError("the world was asked");
        }

        @Override
        public void abort(Attempt attempt) {
            throw new AssertionError("the world was told to stop");
        }
    };

    private final StepPort drilled = new StepPorts(Map.of("dispatch", WORLD)).of(attempt(Mode.DRILL));

    @Test
    void anAttemptInADrillIsPretended() throws InterruptedException {
        assertThat(drilled.perform(attempt(Mode.DRILL))).isEqualTo(new Report.Ended(Outcome.pretended("line-lessor")));
        drilled.abort(attempt(Mode.DRILL));
    }

    @Test
    void whatWasLostWasNeverStarted() throws InterruptedException {
        assertThat(drilled.inquire(attempt(Mode.DRILL))).isInstanceOf(Inquiry.NeverStarted.class);
    }

    @Test
    void aLiveAttemptIsTheRealThing() {
        assertThat(new StepPorts(Map.of("dispatch", WORLD)).of(attempt(Mode.LIVE)))
                .isSameAs(WORLD);
    }

    private static Attempt attempt(Mode mode) {
        var step = new Step.Dispatch(
                Frame.named("call"),
                "line-lessor",
                Step.Dispatch.Severity.CRITICAL,
                Step.Dispatch.Finish.SENT,
                Duration.ofMinutes(15),
                Text.of("x"));
        return new Attempt(new AttemptId("run/1", 1), "1", "1", step, 1, Map.of(), mode);
    }
}
