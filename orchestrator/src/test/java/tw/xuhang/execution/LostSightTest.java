package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.StepStatus;

/** A port throws in the middle of following what it has begun. */
final class LostSightTest {

    private final List<String> calls = new ArrayList<>();
    private final Deque<Inquiry> answers = new ArrayDeque<>();
    private int failingInquiries;
    private int failingAttaches;
    private boolean brokenClass;

    private final StepPort port = new StepPort() {
        @Override
        public Report perform(Attempt attempt) {
            calls.add("perform");
            if (brokenClass) {
                throw new NoClassDefFoundError("tw/xuhang/Gone");
            }
            throw new IllegalStateException("lost sight");
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            calls.add("inquire");
            if (failingInquiries-- > 0) {
                throw new IllegalStateException("cannot ask");
            }
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }

        @Override
        public Report attach(Attempt attempt) {
            calls.add("attach");
            if (failingAttaches-- > 0) {
                throw new IllegalStateException("cannot follow");
            }
            return new Report.Ended(Outcome.succeeded());
        }
    };

    private OneRun run(Frame frame) {
        var run = new OneRun(port, OneRun.playbook(frame));
        run.engine().takeOver();
        run.crew.workAll();
        return run;
    }

    private static Frame idempotent() {
        return Frame.named("switch").withIdempotent();
    }

    private static long starts(OneRun run) {
        return run.facts().stream()
                .filter(RunEntry.StepStarted.class::isInstance)
                .count();
    }

    @Test
    void whatStillRunsIsFollowedAgainAndNotStartedASecondTime() {
        answers.add(new Inquiry.Running());
        OneRun run = run(idempotent());
        assertThat(calls).containsExactly("perform", "inquire", "attach");
        assertThat(starts(run)).isEqualTo(1);
        assertThat(run.state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void whatRunsAndCannotBeFollowedIsAskedAboutUntilItHasEnded() {
        answers.addAll(List.of(new Inquiry.Running(), new Inquiry.Running()));
        answers.add(new Inquiry.Finished(Outcome.succeeded()));
        failingAttaches = 9;
        OneRun run = run(idempotent());
        assertThat(calls).containsExactly("perform", "inquire", "attach", "inquire", "attach", "inquire");
        assertThat(starts(run)).isEqualTo(1);
        assertThat(run.state().step("switch").status()).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void anInquiryThatFailsIsMadeAgainBeforeAnythingIsStarted() {
        answers.add(new Inquiry.Finished(Outcome.succeeded()));
        failingInquiries = 3;
        OneRun run = run(idempotent());
        assertThat(calls).containsExactly("perform", "inquire", "inquire", "inquire", "inquire");
        assertThat(starts(run)).isEqualTo(1);
    }

    @Test
    void whatNobodyCanTellIsInDoubtForBothReasons() {
        answers.add(new Inquiry.Unknown("no memory"));
        OneRun run = run(Frame.named("switch"));
        assertThat(run.state().step("switch").status()).isEqualTo(StepStatus.DOUBTFUL);
        assertThat(run.state().step("switch").note()).contains("lost sight", "no memory");
    }

    @Test
    void anInquiryThatNeverWorksEndsInDoubt() {
        answers.add(new Inquiry.Running());
        failingInquiries = Integer.MAX_VALUE;
        OneRun run = run(Frame.named("switch"));
        assertThat(run.state().step("switch").status()).isEqualTo(StepStatus.DOUBTFUL);
        assertThat(run.state().step("switch").note()).contains("cannot ask");
    }

    @Test
    void anErrorInAPortIsAskedAboutToo() {
        brokenClass = true;
        answers.add(new Inquiry.Unknown("no memory"));
        var run = new OneRun(port, OneRun.playbook(Frame.named("switch")));
        run.engine().takeOver();
        assertThatThrownBy(run.crew::workAll).isInstanceOf(NoClassDefFoundError.class);
        run.crew.workAll();
        assertThat(run.state().step("switch").status()).isEqualTo(StepStatus.DOUBTFUL);
        assertThat(run.state().step("switch").note()).contains("Gone", "no memory");
    }

    @Test
    void whatThrowsBeforeItBeginsIsTriedAgainWithPausesAndNotForEver() {
        answers.add(new Inquiry.NeverStarted());
        var run = new OneRun(port, OneRun.playbook(Frame.named("switch")));
        Engine engine = run.engine();
        engine.takeOver();
        run.crew.workAll();
        assertThat(starts(run)).as("not at once").isEqualTo(1);
        assertThat(run.state().step("switch").status()).isEqualTo(StepStatus.RETRY_PLANNED);
        for (int minute = 0; minute < 30; minute++) {
            run.now = run.now.plusSeconds(60);
            engine.nudge(OneRun.RUN);
            run.crew.workAll();
        }
        assertThat(starts(run)).as("not for ever").isEqualTo(15);
        assertThat(run.state().step("switch").status()).isEqualTo(StepStatus.DOUBTFUL);
        assertThat(run.state().step("switch").note()).contains("lost sight");
    }
}
