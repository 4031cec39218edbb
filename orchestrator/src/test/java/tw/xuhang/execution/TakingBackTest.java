package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;

/** What was begun and is no longer wanted is ended or taken back at its far end too. */
final class TakingBackTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");
    private static final Waiting SOMEBODY = new Waiting.Person("server-room", "T-1");

    private final List<String> begun = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private int failingAborts;

    private final StepPort port = new StepPort() {
        @Override
        public Report perform(Attempt attempt) {
            begun.add(attempt.step().name());
            return new Report.Parked(SOMEBODY);
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            return new Inquiry.Waits(SOMEBODY);
        }

        @Override
        public void abort(Attempt attempt) {
            if (failingAborts-- > 0) {
                throw new IllegalStateException("not now");
            }
            ended.add(attempt.step().name());
        }
    };

    private final OneRun run =
            new OneRun(port, OneRun.task(Frame.named("look")), OneRun.playbook(Frame.named("switch")));

    /** As an earlier life of the service left it. */
    private void wrote(RunEntry... facts) {
        RunStore.Held held = run.kept.take(OneRun.RUN).orElseThrow();
        run.kept.write(new RunStore.Writing(
                held.run(),
                held.incident(),
                held.epoch(),
                held.head(),
                List.of(facts),
                NIGHT,
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false));
    }

    @Test
    void anAbortThatWasWrittenAndNotPassedOnIsPassedOnByTheNextLife() {
        wrote(
                new RunEntry.StepStarted("look", 1),
                new RunEntry.StepEnded("look", Outcome.succeeded()),
                new RunEntry.StepStarted("switch", 1),
                new RunEntry.AbortAsked("leader", "false alarm"));
        run.engine().takeOver();
        run.crew.workAll();
        assertThat(ended).contains("switch").doesNotContain("look");
        assertThat(run.state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.ABORTED);
    }

    @Test
    void anAbortIsPassedOnHoweverTheStoreAnswersTheWrite() {
        for (int call = 1; call < 30; call++) {
            var trouble = new Trouble(Trouble.Kind.STORE_AWAY, call);
            var night = new OneRun(port, OneRun.task(Frame.named("look")));
            ended.clear();
            Engine engine = night.engine(new TroubledStore(night.kept, trouble), night.crew);
            for (int i = 0; i < 3; i++) {
                try {
                    engine.takeOver();
                    night.crew.workAll();
                } catch (RunStore.Away e) {
                    assertThat(trouble.calls()).isPositive();
                }
            }
            night.kept.post(OneRun.RUN, new Post.Abort("leader", "false alarm"));
            engine.nudge(OneRun.RUN);
            night.crew.workAll();
            assertThat(night.state().hasEnded()).as("call %d", call).isTrue();
            assertThat(ended).as("call %d", call).contains("look");
        }
    }

    @Test
    void whatIsStartedAndCalledOffByOneWriteIsNeverBegun() {
        Engine engine = run.engine();
        engine.takeOver();
        run.crew.workAll();
        var attempt =
                new AttemptId("run/" + OneRun.RUN, run.state().step("look").attemptSeq());
        run.kept.post(OneRun.RUN, new Post.Reported("look", attempt, Outcome.succeeded()));
        run.kept.post(OneRun.RUN, new Post.Abort("leader", "false alarm"));
        engine.nudge(OneRun.RUN);
        run.crew.workAll();
        assertThat(begun).containsExactly("look");
        assertThat(run.state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.ABORTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunEntry.Decision.class,
            names = {"SKIP", "FINISHED_BY_HAND", "LET_FAIL", "RETRY"})
    void aTaskThatAPersonDecidedAboutIsTakenBack(RunEntry.Decision decision) {
        Engine engine = run.engine();
        engine.takeOver();
        run.crew.workAll();
        engine.post(OneRun.RUN, new Post.Decide("look", decision, "leader", "seen"));
        run.crew.workAll();
        assertThat(ended).containsExactly("look");
    }

    @Test
    void aTaskThatWasAnsweredIsNotTakenBack() {
        Engine engine = run.engine();
        engine.takeOver();
        run.crew.workAll();
        var attempt =
                new AttemptId("run/" + OneRun.RUN, run.state().step("look").attemptSeq());
        engine.post(OneRun.RUN, new Post.Reported("look", attempt, Outcome.succeeded()));
        run.crew.workAll();
        assertThat(begun).containsExactly("look", "switch");
        assertThat(ended).isEmpty();
    }

    @Test
    void aTaskThatWasSkippedAndNotTakenBackIsTakenBackByTheNextLife() {
        wrote(
                new RunEntry.StepStarted("look", 1),
                new RunEntry.StepParked("look", SOMEBODY),
                new RunEntry.Decided("look", RunEntry.Decision.SKIP, "leader", "seen"));
        run.engine().takeOver();
        run.crew.workAll();
        assertThat(ended).containsExactly("look");
    }

    @Test
    void takingBackThatFailsIsTriedAgain() {
        Engine engine = run.engine();
        engine.takeOver();
        run.crew.workAll();
        failingAborts = 3;
        engine.post(OneRun.RUN, new Post.Decide("look", RunEntry.Decision.SKIP, "leader", "seen"));
        run.crew.workAll();
        assertThat(ended).containsExactly("look");
    }
}
