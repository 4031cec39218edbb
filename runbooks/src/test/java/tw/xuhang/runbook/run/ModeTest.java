package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Outcome;

/** Live, drill and simulation are one course (R7); what differs is how far a step goes. */
class ModeTest {

    private static final Step SWITCH = playbook(Frame.named("switch").withResource("uplink/$main"));
    private static final Step CALL = new Step.Dispatch(
            Frame.named("call"),
            "vendor",
            Step.Dispatch.Severity.CRITICAL,
            Step.Dispatch.Finish.SENT,
            Duration.ofMinutes(15),
            Text.of("x"));
    private static final Step TELL = new Step.Notify(Frame.named("tell"), List.of("team-leader"), Text.of("x"));
    private static final Step TASK = new Step.Task(Frame.named("look"), "server-room", List.of(), Map.of());
    private static final Step ASK = new Step.Consent(
            Frame.named("ask"),
            Step.Consent.Act.DECLARE,
            true,
            "team-leader",
            "ciso",
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30));
    private static final Step REDUCED = playbook(Frame.named("reduced").withNeeds(Need.DECLARATION));

    private static Step until(Step.Wait.Until until) {
        return new Step.Wait(Frame.named("rest"), until);
    }

    @Test
    void inALiveRunEveryStepIsDone() {
        for (Step step : List.of(SWITCH, CALL, TELL, TASK, ASK)) {
            assertThat(step.conduct(Mode.LIVE)).isEqualTo(Conduct.REAL);
        }
        assertThat(playbook(Frame.named("x").withInDrill(Conduct.PRETEND)).conduct(Mode.LIVE))
                .isEqualTo(Conduct.REAL);
    }

    @Test
    void aDrillTellsAndAsksPeopleAndTouchesNothingElseUnlessTheRunbookSaysSo() {
        assertThat(List.of(TELL, TASK, ASK)).allMatch(step -> step.conduct(Mode.DRILL) == Conduct.REAL);
        assertThat(List.of(SWITCH, CALL)).allMatch(step -> step.conduct(Mode.DRILL) == Conduct.PRETEND);
        assertThat(playbook(Frame.named("x").withInDrill(Conduct.CHECK)).conduct(Mode.DRILL))
                .isEqualTo(Conduct.CHECK);
    }

    @Test
    void aSimulationTouchesNothingAndAsksNobodyWhateverTheRunbookSays() {
        for (Step step : List.of(SWITCH, CALL, TELL, TASK, ASK)) {
            assertThat(step.conduct(Mode.SIMULATE)).isEqualTo(Conduct.PRETEND);
        }
        assertThat(playbook(Frame.named("x").withInDrill(Conduct.REAL)).conduct(Mode.SIMULATE))
                .isEqualTo(Conduct.PRETEND);
    }

    @Test
    void anExerciseNeverStandsInTheWayOfTheRealThing() {
        var drill = RunRules.of(Mode.DRILL, SWITCH);
        assertThat(Resources.heldBy(drill.runbook(), drill.state())).isEmpty();
        var live = RunRules.of(Mode.LIVE, SWITCH);
        assertThat(Resources.heldBy(live.runbook(), live.state())).containsExactly("uplink/main");
    }

    @Test
    void whatADrillReallyDoesTakesItsTurnLikeAnythingElse() {
        Step real = playbook(Frame.named("switch").withResource("uplink/$main").withInDrill(Conduct.REAL));
        var drill = RunRules.of(Mode.DRILL, real);
        assertThat(Resources.heldBy(drill.runbook(), drill.state())).containsExactly("uplink/main");
    }

    @Test
    void aSimulationWaitsForNothing() {
        for (Step.Wait.Until until : List.of(
                new Step.Wait.Until.Elapsed(Duration.ofDays(1)),
                new Step.Wait.Until.SignalSeen("link.steady"),
                new Step.Wait.Until.VendorSays("call", Step.Dispatch.Answer.FIXED))) {
            var run = RunRules.of(Mode.SIMULATE, CALL, until(until), playbook("after"))
                    .ends("call", Outcome.pretended("ordered"));
            assertThat(run.status("rest")).isEqualTo(StepStatus.SUCCEEDED);
            assertThat(run.at("rest").outcome()).get().matches(Outcome::wasPretended);
            assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
        }
    }

    @Test
    void aDrillWaitsForTimeAndForSignalsAndNotForAVendorWhoWasNotCalled() {
        var time = RunRules.of(Mode.DRILL, until(new Step.Wait.Until.Elapsed(Duration.ofHours(1))));
        assertThat(time.status("rest")).isEqualTo(StepStatus.PARKED);
        var vendor = RunRules.of(
                        Mode.DRILL, CALL, until(new Step.Wait.Until.VendorSays("call", Step.Dispatch.Answer.FIXED)))
                .ends("call", Outcome.pretended("ordered"));
        assertThat(vendor.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aSimulatedDeclarationCountsAsSoonAsItWasAskedForAndNotBefore() {
        Step beside = new Step.Parallel(Frame.named("beside"), List.of(ASK, REDUCED));
        var run = RunRules.of(Mode.SIMULATE, beside);
        assertThat(run.status("reduced")).isEqualTo(StepStatus.PARKED);
        run.ends("ask", Outcome.pretended("consented"));
        assertThat(run.status("reduced")).isEqualTo(StepStatus.RUNNING);
        assertThat(RunRules.of(Mode.SIMULATE, REDUCED).status("reduced")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aDrilledDeclarationIsMadeByPeople() {
        var run = RunRules.of(Mode.DRILL, REDUCED);
        assertThat(run.status("reduced")).isEqualTo(StepStatus.PARKED);
        assertThat(run.post(new Post.Met(Need.DECLARATION)).status("reduced")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void whatFailsInASimulationFailsTheRun() {
        var run = RunRules.of(Mode.SIMULATE, SWITCH, CALL).fails("switch");
        assertThat(run.ending()).contains(RunEnding.FAILED);
        assertThat(Optional.of(run.status("call"))).contains(StepStatus.NOT_STARTED);
    }
}
