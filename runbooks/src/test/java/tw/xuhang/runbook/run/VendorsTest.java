package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Step.Dispatch.Answer;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Waiting;

class VendorsTest {

    private static Step call() {
        return new Step.Dispatch(
                Frame.named("call").withOnFailure(new OnFailure.Continue()),
                "vendor",
                Step.Dispatch.Severity.CRITICAL,
                Step.Dispatch.Finish.SENT,
                Duration.ofMinutes(15),
                Text.of("x"));
    }

    private static Step until(Answer answer) {
        return new Step.Wait(
                Frame.named("rest").withTimeout(Duration.ofHours(4)), new Step.Wait.Until.VendorSays("call", answer));
    }

    private static RunRules sent(Answer wanted) {
        return RunRules.of(call(), until(wanted), playbook("after")).succeeds("call");
    }

    private static RunRules says(RunRules run, Answer answer) {
        return run.post(new Post.Answered("call", answer));
    }

    @Test
    void aWaitLastsUntilTheVendorHasComeSoFar() {
        var run = sent(Answer.FIXED);
        assertThat(run.status("rest")).isEqualTo(StepStatus.PARKED);
        says(says(run, Answer.ACKNOWLEDGED), Answer.ON_SITE);
        assertThat(run.status("rest")).isEqualTo(StepStatus.PARKED);
        says(run, Answer.FIXED);
        assertThat(run.status("rest")).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {"ACKNOWLEDGED", "ON_SITE", "FIXED"})
    void whoIsFurtherHasAcknowledged(Answer answer) {
        assertThat(says(sent(Answer.ACKNOWLEDGED), answer).status("rest")).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void anAnswerThatCameBeforeTheWaitCounts() {
        var run = RunRules.of(call(), playbook("before"), until(Answer.FIXED));
        says(run.succeeds("call"), Answer.FIXED).succeeds("before");
        assertThat(run.status("rest")).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void aVendorWhoDeclinesFailsTheWaitAndAClosedOrderEndsIt() {
        assertThat(says(sent(Answer.FIXED), Answer.DECLINED).status("rest")).isEqualTo(StepStatus.FAILED);
        assertThat(says(sent(Answer.FIXED), Answer.CLOSED).status("rest")).isEqualTo(StepStatus.NOT_NEEDED);
    }

    @Test
    void silenceEndsWithTheTimeout() {
        var run = sent(Answer.FIXED).after(Duration.ofHours(4));
        assertThat(run.status("rest")).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void nobodyWaitsForAnOrderThatWasNotPlaced() {
        assertThat(RunRules.of(call(), until(Answer.FIXED)).fails("call").status("rest"))
                .isEqualTo(StepStatus.FAILED);
        var left = RunRules.of(call(), until(Answer.FIXED))
                .parks("call", new Waiting.Vendor("o-1"))
                .decides("call", RunEntry.Decision.SKIP);
        assertThat(left.status("rest")).isEqualTo(StepStatus.NOT_NEEDED);
    }

    @Test
    void anAnswerThatNobodyAsksForIsNoFact() {
        var run = RunRules.of(call(), playbook("after")).succeeds("call");
        int before = run.entries().size();
        says(run, Answer.FIXED);
        assertThat(run.entries()).hasSize(before);
    }

    @Test
    void theSameAnswerTwiceIsOneFact() {
        var run = says(says(sent(Answer.FIXED), Answer.ON_SITE), Answer.ON_SITE);
        assertThat(run.entries().stream().filter(RunEntry.Answered.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aConditionSeesHowFarTheVendorHasCome() {
        var declined = new Step.Branch(
                Frame.named("declined"),
                Optional.of("steps.call.answer in ['declined', 'none']"),
                List.of(playbook("drive")));
        var other = new Step.Branch(Frame.named("other"), Optional.empty(), List.of(playbook("tell")));
        var way = new Step.Choose(Frame.named("way"), List.of(declined, other));
        var run = says(RunRules.of(call(), playbook("look"), way).succeeds("call"), Answer.ON_SITE);
        run.succeeds("look");
        assertThat(run.status("tell")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.at("way").outcome().orElseThrow().facts()).containsEntry("steps.call.answer", "on-site");
    }
}
