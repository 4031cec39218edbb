package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.NIGHT;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Retry;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/** What a pause holds up, and what it does not. */
class PauseTest {

    private static final Post PAUSE = new Post.Pause("leader", "look first");
    private static final Post RESUME = new Post.Resume("leader");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatIsUnderWayEndsAndTheNextStartsOnlyAfterwards() {
        var run = RunRules.of(playbook("one"), playbook("two")).post(PAUSE);
        assertThat(run.state().pause()).contains(new Pause("leader", "look first", NIGHT));

        run.succeeds("one");
        assertThat(run.status("one")).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(run.status("two")).isEqualTo(StepStatus.NOT_STARTED);

        int before = run.entries().size();
        run.post(RESUME);
        assertThat(run.entries().subList(before, run.entries().size()))
                .containsExactly(new RunEntry.Resumed("leader"), new RunEntry.StepStarted("two", 1));
    }

    @Test
    void aPlannedRetryDoesNotBeginAndIsNotDue() {
        var run = RunRules.of(playbook(Frame.named("one").withRetry(new Retry(2, MINUTE))));
        run.fails("one").post(PAUSE).after(MINUTE.multipliedBy(9));
        assertThat(run.status("one")).isEqualTo(StepStatus.RETRY_PLANNED);
        assertThat(run.due()).isEmpty();

        run.post(RESUME);
        assertThat(run.status("one")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.at("one").attempts()).isEqualTo(2);
    }

    @Test
    void aFailureAsksAndThePersonsDecisionIsTaken() {
        var run = RunRules.of(
                playbook(Frame.named("one").withOnFailure(new OnFailure.Ask("server-room"))), playbook("two"));
        run.post(PAUSE).fails("one");
        assertThat(run.status("one")).isEqualTo(StepStatus.ASKING);
        run.decides("one", RunEntry.Decision.RETRY);
        assertThat(run.status("one")).isEqualTo(StepStatus.RETRY_PLANNED);
        run.post(RESUME);
        assertThat(run.status("one")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void clocksRunOn() {
        var asked = playbook(Frame.named("asked").withTimeout(MINUTE).withOnFailure(new OnFailure.Continue()));
        var waits = new Step.Wait(Frame.named("waits"), new Step.Wait.Until.Elapsed(MINUTE));
        var run = RunRules.of(new Step.Parallel(Frame.named("both"), List.of(asked, waits)), playbook("after"));
        run.parks("asked", new Waiting.Person("CISO", "C-1")).post(PAUSE);
        assertThat(run.due()).contains(NIGHT.plus(MINUTE));

        run.after(MINUTE);
        assertThat(run.status("asked")).isEqualTo(StepStatus.FAILED);
        assertThat(run.status("waits")).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        run.post(RESUME);
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void consentIsTakenAndWhatNeedsItStartsAfterwards() {
        var run = RunRules.of(playbook(Frame.named("standby").withNeeds(Need.DECLARATION)));
        run.post(PAUSE).post(new Post.Met(Need.DECLARATION));
        assertThat(run.state().met()).contains(Need.DECLARATION);
        assertThat(run.status("standby")).isEqualTo(StepStatus.PARKED);
        run.post(RESUME);
        assertThat(run.status("standby")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aWaitEndsWhenItsReasonIsGone() {
        var run = RunRules.of(playbook(Frame.named("standby").withNeeds(Need.DECLARATION)));
        run.post(PAUSE).post(new Post.Lost(Need.DECLARATION, "refused"));
        assertThat(run.status("standby")).isEqualTo(StepStatus.NOT_NEEDED);
    }

    @Test
    void aRunThatIsDoneEndsWhenItIsResumed() {
        var run = RunRules.of(playbook("one")).post(PAUSE).succeeds("one");
        assertThat(run.ending()).isEmpty();
        run.post(RESUME);
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aGateThatFailsClosesTheRunAfterwards() {
        var run = RunRules.of(
                playbook(Frame.named("gate").withOnFailure(new OnFailure.End("false-alarm"))), playbook("two"));
        run.post(PAUSE).fails("gate");
        assertThat(run.ending()).isEmpty();
        run.post(RESUME);
        assertThat(run.ending()).contains(RunEnding.CLOSED_EARLY);
        assertThat(run.status("two")).isEqualTo(StepStatus.NOT_STARTED);
    }

    @Test
    void nothingIsTakenBackDuringAPause() {
        var run = RunRules.withStandDown(
                List.of(
                        playbook(Frame.named("switch").withUndo("back")),
                        playbook(Frame.named("check").withOnFailure(new OnFailure.Undo()))),
                List.of(playbook("back")));
        run.succeeds("switch").post(PAUSE).fails("check");
        assertThat(run.status("back")).isEqualTo(StepStatus.NOT_STARTED);
        run.post(RESUME);
        assertThat(run.status("back")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aLostAttemptIsNotRepeatedDuringAPause() {
        var run = RunRules.of(playbook(Frame.named("one").withIdempotent())).post(PAUSE);
        run.isLost("one");
        assertThat(run.status("one")).isEqualTo(StepStatus.DOUBTFUL);
        run.post(RESUME);
        assertThat(run.status("one")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aResourceThatComesFreeIsLeftToOthers() {
        var run = RunRules.of(playbook("one"), playbook(Frame.named("two").withResource("uplink/main")));
        run.whileHeld("uplink/main").succeeds("one").post(PAUSE).released();
        assertThat(run.status("two")).isEqualTo(StepStatus.PARKED);
        assertThat(Resources.heldBy(run.runbook(), run.state())).isEmpty();
        run.post(RESUME);
        assertThat(run.status("two")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void anAbortEndsAPausedRun() {
        var run = RunRules.of(playbook("one"), playbook("two")).post(PAUSE);
        run.post(new Post.Abort("leader", "wrong site"));
        assertThat(run.state().pause()).isEmpty();
        assertThat(run.ending()).isEmpty();
        run.ends("one", Outcome.failed("killed"));
        assertThat(run.ending()).contains(RunEnding.ABORTED);
    }

    @Test
    void whatIsBeingAbortedIsNotPaused() {
        var run = RunRules.of(playbook("one")).post(new Post.Abort("leader", "wrong site"));
        int before = run.entries().size();
        run.post(PAUSE);
        assertThat(run.entries()).hasSize(before);
    }

    @Test
    void pausingTwiceAndResumingWhatIsNotPausedChangeNothing() {
        var run = RunRules.of(playbook("one"));
        int before = run.entries().size();
        run.post(RESUME);
        assertThat(run.entries()).hasSize(before);
        run.post(PAUSE).post(new Post.Pause("duty", "me too"));
        assertThat(run.entries()).hasSize(before + 1);
        assertThat(run.state().pause()).map(Pause::by).contains("leader");
    }
}
