package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.NIGHT;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Retry;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

class CourseTest {

    @Test
    void theOutcomeOfOneStepAndTheStartOfTheNextComeTogether() {
        var run = RunRules.of(playbook("one"), playbook("two"));
        int before = run.entries().size();

        run.succeeds("one");

        assertThat(run.entries().subList(before, run.entries().size()))
                .containsExactly(
                        new RunEntry.StepEnded("one", Outcome.succeeded()), new RunEntry.StepStarted("two", 1));
    }

    @Test
    void aRunEndsWhenItsLastStepDoes() {
        var run = RunRules.of(playbook("one")).succeeds("one");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void branchesRunBesideEachOtherAndTheNextWaitsForAll() {
        var run = RunRules.of(
                new Step.Parallel(Frame.named("both"), List.of(playbook("left"), playbook("right"))),
                playbook("after"));

        assertThat(run.status("left")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("right")).isEqualTo(StepStatus.RUNNING);
        run.succeeds("left");
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        run.succeeds("right");
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aWaitInOneBranchBlocksNoOther() {
        var run = RunRules.of(new Step.Parallel(
                Frame.named("both"),
                List.of(
                        playbook("consent"),
                        new Step.Sequence(Frame.named("work"), List.of(playbook("first"), playbook("second"))))));
        run.parks("consent", new Waiting.Person("CISO", "C-1")).succeeds("first");

        assertThat(run.status("second")).isEqualTo(StepStatus.RUNNING);
        run.succeeds("second");
        assertThat(run.ending()).isEmpty();
    }

    @Test
    void aFailedBranchStopsWhatFollowsButNotWhatRunsBeside() {
        var run = RunRules.of(
                new Step.Parallel(Frame.named("both"), List.of(playbook("left"), playbook("right"))),
                playbook("after"));
        run.fails("left");

        assertThat(run.ending()).isEmpty();
        run.succeeds("right");
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        assertThat(run.ending()).contains(RunEnding.FAILED);
    }

    @Test
    void aRetryIsPlannedAndEachAttemptIsAnEntry() {
        var run = RunRules.of(playbook(Frame.named("one").withRetry(new Retry(2, Duration.ofSeconds(5)))));
        run.fails("one");
        assertThat(run.due()).contains(NIGHT.plusSeconds(5));
        run.after(Duration.ofSeconds(5));
        assertThat(run.at("one").attempts()).isEqualTo(2);
        run.fails("one").after(Duration.ofSeconds(5)).fails("one");

        assertThat(run.at("one").attempts()).isEqualTo(3);
        assertThat(run.ending()).contains(RunEnding.FAILED);
    }

    @Test
    void aFailureThatMayGoOnEndsAsPartial() {
        var run = RunRules.of(playbook(Frame.named("one").withOnFailure(new OnFailure.Continue())), playbook("two"));
        run.fails("one").succeeds("two");
        assertThat(run.ending()).contains(RunEnding.PARTIAL);
    }

    @Test
    void aFailureThatAsksWaitsForAPerson() {
        var run = RunRules.of(playbook(Frame.named("one").withOnFailure(new OnFailure.Ask("SERVER_ROOM"))));
        run.fails("one");
        assertThat(run.status("one")).isEqualTo(StepStatus.ASKING);

        run.decides("one", RunEntry.Decision.RETRY);
        assertThat(run.status("one")).isEqualTo(StepStatus.RUNNING);
        run.fails("one").decides("one", RunEntry.Decision.FINISHED_BY_HAND);
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aPersonCanLetAFailureStand() {
        var run = RunRules.of(playbook(Frame.named("one").withOnFailure(new OnFailure.Ask("SERVER_ROOM"))));
        run.fails("one").decides("one", RunEntry.Decision.LET_FAIL);
        assertThat(run.ending()).contains(RunEnding.FAILED);
    }

    @Test
    void aLostAttemptIsRepeatedOnlyWhereTheStepIsIdempotent() {
        var safe = RunRules.of(playbook(Frame.named("one").withIdempotent())).isLost("one");
        assertThat(safe.status("one")).isEqualTo(StepStatus.RUNNING);
        assertThat(safe.at("one").attempts()).isEqualTo(2);

        var unsafe = RunRules.of(playbook("one")).isLost("one");
        assertThat(unsafe.status("one")).isEqualTo(StepStatus.DOUBTFUL);
        unsafe.decides("one", RunEntry.Decision.SKIP);
        assertThat(unsafe.ending()).contains(RunEnding.PARTIAL);
    }

    @Test
    void anIdempotentStepThatIsLostAgainAndAgainIsNotRepeatedForEver() {
        var run = RunRules.of(playbook(Frame.named("one").withIdempotent()));
        run.isLost("one").isLost("one").isLost("one");
        assertThat(run.status("one")).isEqualTo(StepStatus.DOUBTFUL);
    }

    @Test
    void aGateThatFailsClosesTheRunUnderItsName() {
        var run = RunRules.of(
                playbook(Frame.named("gate").withOnFailure(new OnFailure.End("false-alarm"))), playbook("two"));
        run.fails("gate");
        assertThat(run.ending()).contains(RunEnding.CLOSED_EARLY);
        assertThat(run.state().ended().orElseThrow().note()).isEqualTo("false-alarm");
        assertThat(run.status("two")).isEqualTo(StepStatus.NOT_STARTED);
    }

    @Test
    void aStepThatNeedsTheDeclarationWaitsForItByName() {
        var run = RunRules.of(playbook(Frame.named("relocate").withNeeds(Need.DECLARATION)));
        assertThat(run.at("relocate").waiting()).contains(new Waiting.Condition("DECLARATION"));
        run.post(new Post.Met(Need.DECLARATION));
        assertThat(run.status("relocate")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void whatNeedsADeclarationIsNotNeededOnceItWasRefused() {
        var run = RunRules.of(
                playbook("before"), playbook(Frame.named("relocate").withNeeds(Need.DECLARATION)), playbook("after"));
        run.post(new Post.Lost(Need.DECLARATION, "refused"));
        run.succeeds("before");
        assertThat(run.status("relocate")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aStepThatWaitsForTheDeclarationIsLetGoWhenItIsRefused() {
        var run = RunRules.of(playbook(Frame.named("relocate").withNeeds(Need.DECLARATION)));
        run.post(new Post.Lost(Need.DECLARATION, "refused"));
        assertThat(run.status("relocate")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aDeclarationAfterAnEarlierRefusalCounts() {
        var run =
                RunRules.of(playbook("before"), playbook(Frame.named("relocate").withNeeds(Need.DECLARATION)));
        run.post(new Post.Lost(Need.DECLARATION, "refused")).post(new Post.Met(Need.DECLARATION));
        run.succeeds("before");
        assertThat(run.status("relocate")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aParameterIsNotTakenForTheBeginningOfALongerName() {
        var run = RunRules.of(playbook(Frame.named("a").withResource("uplink/$main2")));
        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
        assertThat(Resources.heldBy(run.runbook(), run.state())).containsExactly("uplink/$main2");
    }

    @Test
    void stepsWithTheSameResourceTakeTurnsWithinARun() {
        var run = RunRules.of(new Step.Parallel(
                Frame.named("both"),
                List.of(
                        playbook(Frame.named("a").withResource("uplink/$main")),
                        playbook(Frame.named("b").withResource("uplink/main")))));
        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.at("b").waiting()).contains(new Waiting.Resource("uplink/main"));
        run.succeeds("a");
        assertThat(run.status("b")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void anAttemptInDoubtDoesNotWaitForTheResourceThatItHoldsItself() {
        var run = RunRules.of(playbook(Frame.named("a").withIdempotent().withResource("uplink/$main")));
        run.isLost("a");
        assertThat(run.entries()).noneMatch(RunEntry.StepParked.class::isInstance);
        assertThat(run.at("a").attempts()).isEqualTo(2);
    }

    @Test
    void aResourceHeldByAnotherRunIsWaitedFor() {
        var run = RunRules.of(playbook("first"), playbook(Frame.named("a").withResource("uplink/$main")))
                .whileHeld("uplink/main")
                .succeeds("first");
        assertThat(run.status("a")).isEqualTo(StepStatus.PARKED);
        run.released();
        assertThat(run.status("a")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aPersonWhoDoesNotAnswerInTimeFailsTheStep() {
        var run = RunRules.of(playbook(Frame.named("task").withTimeout(Duration.ofMinutes(30))));
        run.parks("task", new Waiting.Person("SERVER_ROOM", "task"));
        assertThat(run.due()).contains(NIGHT.plusSeconds(1800));
        run.after(Duration.ofMinutes(30));
        assertThat(run.ending()).contains(RunEnding.FAILED);
    }

    @Test
    void aWaitEndsByTimeAlone() {
        var run = RunRules.of(new Step.Wait(Frame.named("pause"), new Step.Wait.Until.Elapsed(Duration.ofMinutes(1))));
        assertThat(run.status("pause")).isEqualTo(StepStatus.PARKED);
        run.after(Duration.ofMinutes(1));
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aWaitEndsWithTheSignalItNames() {
        var run = RunRules.of(new Step.Wait(Frame.named("steady"), new Step.Wait.Until.SignalSeen("link.steady")));
        run.post(new Post.SignalSeen("link.down"));
        assertThat(run.ending()).isEmpty();
        run.post(new Post.SignalSeen("link.steady"));
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void anAbortEndsWhatWaitsAndLetsWhatRunsEnd() {
        var run = RunRules.of(
                new Step.Parallel(Frame.named("both"), List.of(playbook("runs"), playbook("waits"))),
                playbook("after"));
        run.parks("waits", new Waiting.Person("CISO", "x")).post(new Post.Abort("leader", "wrong site"));
        assertThat(run.status("waits")).isEqualTo(StepStatus.FAILED);
        assertThat(run.ending()).isEmpty();
        run.fails("runs");
        assertThat(run.ending()).contains(RunEnding.ABORTED);
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
    }

    @Test
    void anAbortEndsWhatWaitsInTheOrderInWhichItCameUp() {
        var names = IntStream.range(0, 12).mapToObj(i -> "s" + i).toList();
        var run = RunRules.of(new Step.Parallel(
                Frame.named("all"), names.stream().map(RunRules::playbook).toList()));
        names.forEach(name -> run.parks(name, new Waiting.Person("CISO", "x")));
        run.post(new Post.Abort("leader", "wrong site"));

        assertThat(run.entries().stream()
                        .flatMap(e -> e instanceof RunEntry.StepEnded end ? Stream.of(end.step()) : Stream.empty()))
                .containsExactlyElementsOf(names);
    }

    @Test
    void undoTakesBackInReverseOrderThenTheRunHasFailed() {
        var run = RunRules.withStandDown(
                List.of(
                        playbook(Frame.named("a").withUndo("undo-a")),
                        playbook(Frame.named("b").withUndo("undo-b")),
                        playbook(Frame.named("c").withOnFailure(new OnFailure.Undo()))),
                List.of(playbook("undo-a"), playbook("undo-b")));
        run.succeeds("a").succeeds("b").fails("c");
        assertThat(run.status("undo-b")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("undo-a")).isEqualTo(StepStatus.NOT_STARTED);
        run.succeeds("undo-b").succeeds("undo-a");
        assertThat(run.ending()).contains(RunEnding.FAILED);
    }

    @Test
    void aPostAboutAnEarlierAttemptChangesNothing() {
        var run = RunRules.of(playbook(Frame.named("one").withRetry(new Retry(1, Duration.ZERO))));
        long first = run.at("one").attemptSeq();
        run.fails("one");
        int before = run.entries().size();
        run.post(new Post.Reported("one", new AttemptId("run/1", first), Outcome.succeeded()));
        assertThat(run.entries()).hasSize(before);
    }

    @Test
    void aDecisionMadeTwiceCountsOnce() {
        var run = RunRules.of(playbook(Frame.named("one").withOnFailure(new OnFailure.Ask("SERVER_ROOM"))));
        run.fails("one").decides("one", RunEntry.Decision.RETRY).decides("one", RunEntry.Decision.SKIP);
        assertThat(run.status("one")).isEqualTo(StepStatus.RUNNING);
    }
}
