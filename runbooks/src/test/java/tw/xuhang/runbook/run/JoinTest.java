package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Retry;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Waiting;

class JoinTest {

    private static final Waiting PERSON = new Waiting.Person("server-room", "t-1");

    private static Step anyOf(Step... branches) {
        return new Step.Parallel(Frame.named("any"), List.of(branches), Step.Parallel.Join.ANY);
    }

    private static Step inOrder(String name, Step... steps) {
        return new Step.Sequence(Frame.named(name), List.of(steps));
    }

    @Test
    void theFirstBranchThatIsDoneIsEnough() {
        var run = RunRules.of(anyOf(playbook("left"), playbook("right")), playbook("after"));
        run.parks("right", PERSON).succeeds("left");

        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("right")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.entries()).contains(new RunEntry.Joined("any", "left", List.of("right")));
        run.succeeds("after");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aBranchIsDoneWithItsLastStepAndNotBefore() {
        var run = RunRules.of(
                anyOf(inOrder("long", playbook("one"), playbook("two")), playbook("right")), playbook("after"));
        run.succeeds("one");
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        run.succeeds("two");
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void whatIsUnderWayEndsByItselfAndHoldsUpOnlyTheEnd() {
        var run = RunRules.of(
                anyOf(playbook("left"), inOrder("long", playbook("one"), playbook("two"))), playbook("after"));
        run.succeeds("left");

        assertThat(run.status("one")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("two")).isEqualTo(StepStatus.NOT_NEEDED);
        run.succeeds("after");
        assertThat(run.ending()).isEmpty();
        run.succeeds("one");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void whatWasUnderWayAndWouldNowWaitIsCalledOffToo() {
        var run = RunRules.of(anyOf(playbook("left"), playbook("right")), playbook("after"));
        run.succeeds("left").parks("right", PERSON);
        assertThat(run.status("right")).isEqualTo(StepStatus.NOT_NEEDED);
        run.succeeds("after");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aBranchThatFailedLeavesItToTheOthersAndTheRunEndsAsPartial() {
        var run = RunRules.of(anyOf(playbook("left"), playbook("right")), playbook("after"));
        run.fails("left");
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        run.succeeds("right").succeeds("after");
        assertThat(run.ending()).contains(RunEnding.PARTIAL);
    }

    @Test
    void whereEveryBranchFailedNothingFollows() {
        var run = RunRules.of(anyOf(playbook("left"), playbook("right")), playbook("after"));
        run.fails("left").fails("right");
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        assertThat(run.ending()).contains(RunEnding.FAILED);
    }

    @Test
    void aRetryAQuestionAndAnAttemptInDoubtAreCalledOff() {
        var run = RunRules.of(
                anyOf(
                        playbook("left"),
                        playbook(Frame.named("again").withRetry(new Retry(3, Duration.ofSeconds(5)))),
                        playbook(Frame.named("asks").withOnFailure(new OnFailure.Ask("server-room"))),
                        playbook("doubted")),
                playbook("after"));
        run.fails("again").fails("asks").isLost("doubted").succeeds("left");
        for (String step : List.of("again", "asks", "doubted")) {
            assertThat(run.status(step)).as(step).isEqualTo(StepStatus.NOT_NEEDED);
        }
        assertThat(run.due()).isEmpty();
    }

    @Test
    void whatFailsAfterItWasCalledOffEndsNothing() {
        var run = RunRules.of(
                anyOf(playbook("left"), playbook(Frame.named("gate").withOnFailure(new OnFailure.End("given-up")))),
                playbook("after"));
        run.succeeds("left").fails("gate");
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
        run.succeeds("after");
        assertThat(run.ending()).contains(RunEnding.PARTIAL);
    }

    @Test
    void aWaitThatJustBeganIsCalledOffWhereAChoiceBesideItHasNothingToDo() {
        var nothing = new Step.Choose(
                Frame.named("way"),
                List.of(new Step.Branch(Frame.named("no"), Optional.of("drill"), List.of(playbook("x")))));
        var run = RunRules.of(
                anyOf(nothing, new Step.Wait(Frame.named("rest"), new Step.Wait.Until.Elapsed(Duration.ofHours(1)))));
        assertThat(run.status("rest")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void insideTheBranchThatWasEnoughTheOthersAreCalledOffToo() {
        var inner = new Step.Parallel(
                Frame.named("inner"), List.of(playbook("one"), playbook("two")), Step.Parallel.Join.ANY);
        var run = RunRules.of(anyOf(inner, playbook("right")), playbook("after"));
        run.parks("two", PERSON).succeeds("one");

        assertThat(run.status("two")).isEqualTo(StepStatus.NOT_NEEDED);
        run.succeeds("right").succeeds("after");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void anAbortEndsItLikeAnyOther() {
        var run = RunRules.of(anyOf(playbook("left"), playbook("right")), playbook("after"));
        run.succeeds("left").post(new Post.Abort("leader", "enough"));
        assertThat(run.ending()).isEmpty();
        run.succeeds("right").succeeds("after");
        assertThat(run.ending()).contains(RunEnding.ABORTED);
    }
}
