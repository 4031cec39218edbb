package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.runbook.run.RunRules.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.port.Outcome;

class ChoiceTest {

    private static final Picture DARK =
            new Picture("backbone-outage", "uplink/main", "probe", Map.of("website", 12L), Set.of("main"), true);

    private static Step.Branch branch(String name, String when, Step... steps) {
        return new Step.Branch(Frame.named(name), Optional.of(when), List.of(steps));
    }

    private static Step.Branch otherwise(String name, Step... steps) {
        return new Step.Branch(Frame.named(name), Optional.empty(), List.of(steps));
    }

    private static Step choose(Step.Branch... branches) {
        return new Step.Choose(Frame.named("way").withOnFailure(new OnFailure.Ask("server-room")), List.of(branches));
    }

    private static Step look() {
        return playbook(Frame.named("look").withOnFailure(new OnFailure.Continue()));
    }

    private static RunRules afterLook() {
        return RunRules.of(
                look(),
                choose(
                        branch("failed", "steps.look.outcome == 'failed'", playbook("repair"), playbook("again")),
                        otherwise("fine", playbook("tell"))),
                playbook("after"));
    }

    @Test
    void theFirstBranchThatAppliesIsDoneAndTheOthersAreNotNeeded() {
        var run = afterLook().fails("look");

        assertThat(run.status("repair")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("tell")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.status("fine")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
        run.succeeds("repair").succeeds("again").succeeds("after");
        assertThat(run.ending()).contains(RunEnding.PARTIAL);
    }

    @Test
    void otherwiseIsTakenWhereNoneBeforeItApplies() {
        var run = afterLook().succeeds("look");
        assertThat(run.status("tell")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("again")).isEqualTo(StepStatus.NOT_NEEDED);
        run.succeeds("tell").succeeds("after");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void theDecisionIsOneFactWithWhatItSaw() {
        var run = afterLook().fails("look");
        assertThat(run.entries())
                .contains(new RunEntry.Chosen(
                        "way", "failed", Map.of("steps.look.outcome", "failed"), List.of("fine", "tell")));
        assertThat(run.at("way").branch()).contains("failed");
        assertThat(run.at("way").outcome().map(Outcome::facts))
                .contains(Map.of("branch", "failed", "steps.look.outcome", "failed"));
    }

    @Test
    void outcomeDecisionAndNextStartComeInOneWrite() {
        var run = afterLook();
        int before = run.entries().size();
        run.succeeds("look");
        assertThat(run.entries().subList(before, run.entries().size()))
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("StepEnded", "StepStarted", "Chosen", "StepStarted");
    }

    @Test
    void whereNothingAppliesTheRunGoesOnAfterIt() {
        var run = RunRules.of(choose(branch("dark", "outage.services > 0", playbook("repair"))), playbook("after"));
        assertThat(run.status("way")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.status("repair")).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
        run.succeeds("after");
        assertThat(run.ending()).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void whatChangesAfterTheDecisionChangesItNoMore() {
        var run = RunRules.of(
                look(),
                choose(
                        branch("dark", "outage.limit_reached", playbook("repair")),
                        otherwise("fine", playbook("tell"))));
        run.sees(DARK).succeeds("look");
        assertThat(run.status("repair")).isEqualTo(StepStatus.RUNNING);

        run.sees(Picture.CALM).isLost("repair").after(Duration.ofHours(1));
        var again = new Course(run.runbook());
        RunState replayed = RunState.BLANK;
        long seq = 0;
        for (RunEntry entry : run.entries()) {
            replayed = replayed.after(entry, ++seq, RunRules.NIGHT);
        }
        assertThat(again.receive(replayed, seq, new Post.Wake(), Surroundings.at(RunRules.NIGHT))
                        .entries())
                .isEmpty();
        assertThat(replayed.step("way").branch()).contains("dark");
        assertThat(replayed.step("repair").status()).isEqualTo(StepStatus.DOUBTFUL);
    }

    @Test
    void aChoiceInOneBranchHoldsUpNoOther() {
        var run = RunRules.of(new Step.Parallel(
                Frame.named("both"),
                List.of(
                        choose(branch("real", "!drill", playbook("left"))),
                        new Step.Sequence(Frame.named("work"), List.of(playbook("first"), playbook("second"))))));
        assertThat(run.status("left")).isEqualTo(StepStatus.RUNNING);
        run.succeeds("first");
        assertThat(run.status("second")).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aBranchThatFailsStopsTheRunAsItsStepsSay() {
        var run = afterLook().fails("look").fails("repair");
        assertThat(run.ending()).contains(RunEnding.FAILED);
        assertThat(run.status("after")).isEqualTo(StepStatus.NOT_STARTED);
    }

    @Test
    void aConditionThatIsNotUnderstoodAnyMoreIsDecidedByAPerson() {
        var run =
                RunRules.of(choose(branch("old", "incident.colour == 'green'", playbook("repair"))), playbook("after"));
        assertThat(run.status("way")).isEqualTo(StepStatus.ASKING);

        run.decides("way", RunEntry.Decision.RETRY);
        assertThat(run.status("way")).isEqualTo(StepStatus.ASKING);
        run.decides("way", RunEntry.Decision.SKIP);
        assertThat(run.status("after")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.status("repair")).isEqualTo(StepStatus.NOT_STARTED);
        run.succeeds("after");
        assertThat(run.ending()).contains(RunEnding.PARTIAL);
    }

    @Test
    void everyNameOfTheVocabularyHasAValueOfItsTypeFromTheFirstMomentOn() {
        Step task = new Step.Task(
                Frame.named("count"), "staff", List.of(), Map.of("hosts-lost", "optional number", "remark", "text"));
        var runbook = new Runbook(
                "test",
                "v1",
                Text.of("test"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of("web-site"), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of("main", new Runbook.Parameter("uplink", "main"), "late", new Runbook.Parameter("text", "x")),
                List.of(task, look(), choose(branch("dark", "drill", playbook("repair")))),
                List.of(),
                List.of());
        var began = new RunEntry.Began("test", "v1", "1", Mode.DRILL, Map.of("main", "main"), "link.down");
        Vocabulary vocabulary = Vocabulary.of(runbook);
        for (Picture picture : List.of(Picture.CALM, DARK)) {
            var around = new Surroundings(Instant.EPOCH, r -> true, () -> picture);
            RunState first = RunState.BLANK.after(began, 1, Instant.EPOCH);
            RunState later = first.after(
                    new RunEntry.StepEnded(
                            "count", new Outcome.Succeeded(Map.of("hosts-lost", "2.5", "remark", "two"))),
                    2,
                    Instant.EPOCH);
            for (RunState state : List.of(first, later)) {
                var scene = new Scene(runbook, state, around);
                assertThat(vocabulary.names())
                        .hasSizeGreaterThan(20)
                        .allSatisfy(name -> assertThat(Scene.fits(
                                        scene.value(name), vocabulary.name(name).orElseThrow()))
                                .as(name)
                                .isTrue());
            }
            assertThat(new Scene(runbook, later, around).value("steps.count.record.hosts_lost"))
                    .isEqualTo(2.5);
        }
    }

    @Test
    void aServiceIsDownForAsLongAsItsOutageLasts() {
        var run =
                RunRules.of(look(), choose(branch("long", "outage.minutes >= 12 && outage.lines == 1", playbook("x"))));
        run.sees(DARK).succeeds("look");
        assertThat(run.status("x")).isEqualTo(StepStatus.RUNNING);
        assertThat(run.at("way").outcome().orElseThrow().facts()).containsEntry("outage.minutes", "12");
    }
}
