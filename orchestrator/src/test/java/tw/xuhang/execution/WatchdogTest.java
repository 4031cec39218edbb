package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.run.Picture;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;

final class WatchdogTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");

    private final InMemoryRunStore store = new InMemoryRunStore();
    private final FarEnd farEnd = new FarEnd(true);
    private final HandCrew crew = new HandCrew(1);
    private boolean leaseStands = true;
    private boolean readable = true;
    private boolean sightFails;
    private final Engine engine = new Engine(
            store,
            this::runbook,
            new StepPorts(Map.of("ansible", farEnd.reachedThrough(new Trouble(Trouble.Kind.NONE, 0)))),
            () -> leaseStands,
            crew,
            new InMemoryAgenda(() -> NIGHT),
            this::sight,
            () -> NIGHT);
    private final Watchdog watchdog = new Watchdog(engine);

    private Picture sight(String incident) {
        if (sightFails) {
            throw new IllegalStateException("a bug");
        }
        return Sight.CALM.of(incident);
    }

    private Runbook runbook(String version) {
        if (!readable && version.equals("v1")) {
            throw new IllegalStateException("cannot be read any more");
        }
        return new Runbook(
                "test",
                version,
                Text.of("test"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of(),
                List.of(
                        new Step.Choose(
                                Frame.named("way"),
                                List.of(new Step.Branch(
                                        Frame.named("dark"), Optional.of("outage.services > 0"), List.of()))),
                        new Step.Ansible(Frame.named("switch"), "x.yml", Map.of(), Optional.empty())),
                List.of(),
                List.of());
    }

    private void begin(String run, String version) {
        store.begin(run, new RunEntry.Began("test", version, "2026-0001", Mode.LIVE, Map.of(), "test"), NIGHT);
    }

    private RunState state(String run) {
        RunState sum = RunState.BLANK;
        for (var recorded : store.read(run)) {
            sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
        }
        return sum;
    }

    @Test
    void aRunThatIsWorkedOnIsNoFinding() {
        begin("1", "v1");
        engine.takeOver();
        assertThat(watchdog.look()).isEmpty();
        crew.workAll();
        assertThat(watchdog.look()).isEmpty();
        assertThat(state("1").ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aRunWhoseRunbookCannotBeReadIsNamedAndKeepsNoOtherWaiting() {
        readable = false;
        begin("1", "v1");
        begin("2", "v2");
        engine.takeOver();
        crew.workAll();
        assertThat(state("2").hasEnded()).isTrue();
        assertThat(watchdog.look()).isEmpty();
        assertThat(watchdog.look()).containsExactly(new Watchdog.Finding("1", Watchdog.Why.NOBODY_WORKS_ON_IT));
        readable = true;
        engine.takeOver();
        assertThat(watchdog.look()).isEmpty();
    }

    @Test
    void aRunWhoseTurnsFailIsNamedAndGoesOnWhenTheyNoLongerDo() {
        begin("1", "v1");
        sightFails = true;
        engine.takeOver();
        crew.workReady();
        assertThat(watchdog.look()).isEmpty();
        assertThat(watchdog.look()).containsExactly(new Watchdog.Finding("1", Watchdog.Why.FAILS));

        sightFails = false;
        crew.workAll();
        assertThat(watchdog.look()).isEmpty();
        assertThat(state("1").ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aRunThatFailsKeepsOneAlarmClockHoweverOftenItIsNudged() {
        begin("1", "v1");
        sightFails = true;
        engine.takeOver();
        for (int i = 0; i < 9; i++) {
            engine.nudge("1");
            crew.workReady();
        }
        assertThat(crew.putOff()).isEqualTo(1);
    }

    @Test
    void aRunThatSomebodyPausedWaitsForThemAndIsNoFinding() {
        begin("1", "v1");
        store.post("1", new Post.Pause("leader", "look first"));
        engine.takeOver();
        crew.workAll();
        watchdog.look();
        assertThat(watchdog.look()).isEmpty();
        assertThat(farEnd.effects("switch")).isZero();

        engine.post("1", new Post.Resume("leader"));
        crew.workAll();
        assertThat(state("1").ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void anAttemptThatWasLeftAloneWithoutALeaseIsStartedAnewWhenItStandsAgain() {
        begin("1", "v1");
        engine.takeOver();
        leaseStands = false;
        crew.workReady();
        assertThat(farEnd.effects("switch")).isZero();
        leaseStands = true;
        crew.workAll();
        assertThat(farEnd.effects("switch")).isEqualTo(1);
        assertThat(state("1").ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }
}
