package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Retry;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;

/** A step that has a condition of its own. */
class WhenTest {

    private static final Picture DARK =
            new Picture("backbone-outage", "uplink/main", "probe", Map.of("website", 7L), Set.of("main"), false);

    private static Frame asking(String when) {
        return Frame.named("repair").withWhen(when);
    }

    @Test
    void aStepWhoseConditionHoldsIsDone() {
        var run = RunRules.of(playbook("look"), playbook(asking("outage.services > 0")), playbook("after"))
                .sees(DARK)
                .succeeds("look");
        assertThat(run.status("repair")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aStepWhoseConditionDoesNotHoldIsNotNeededAndKeepsWhatItSaw() {
        var run = RunRules.of(playbook(asking("outage.services > 0")), playbook("after"));
        assertThat(run.status("repair")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.at("repair").outcome())
                .contains(new Outcome.NotNeeded("not: outage.services > 0", Map.of("outage.services", "0")));
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.succeeds("after").ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void whatIsNotNeededWaitsForNothing() {
        Step reduced = playbook(asking("outage.services > 0").withNeeds(Need.DECLARATION));
        assertThat(RunRules.of(reduced).status("repair")).isEqualTo(StepStatus.NOT_NEEDED);
    }

    @Test
    void whatStillWaitsForItsTurnIsAskedAgain() {
        Step waiting = playbook(asking("outage.services > 0").withResource("uplink/main"));
        var run = RunRules.of(playbook("look"), waiting).sees(DARK).whileHeld("uplink/main");
        run.succeeds("look");
        assertThat(run.status("repair")).isEqualTo(StepStatus.PARKED);
        run.sees(Picture.CALM).released();
        assertThat(run.status("repair")).isEqualTo(StepStatus.NOT_NEEDED);
    }

    @Test
    void whatHasBegunWasNeeded() {
        Step retried = playbook(asking("outage.services > 0").withRetry(new Retry(1, Duration.ofSeconds(10))));
        var run = RunRules.of(playbook("look"), retried).sees(DARK).succeeds("look");
        run.sees(Picture.CALM).fails("repair").after(Duration.ofSeconds(10));
        assertThat(run.status("repair")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.at("repair").attempts()).isEqualTo(2);
    }

    @Test
    void nothingIsDecidedDuringAPause() {
        var run = RunRules.of(playbook("look"), playbook(asking("outage.services > 0")));
        run.post(new Post.Pause("leader", "wait")).succeeds("look");
        assertThat(run.status("repair")).isEqualTo(StepStatus.NOT_STARTED);
        assertThat(run.post(new Post.Resume("leader")).status("repair")).isEqualTo(StepStatus.NOT_NEEDED);
    }

    @Test
    void aConditionThatIsNotUnderstoodAnyMoreFailsTheStep() {
        assertThat(RunRules.of(playbook(asking("incident.colour == 'green'"))).status("repair"))
                .isEqualTo(StepStatus.FAILED);
    }
}
