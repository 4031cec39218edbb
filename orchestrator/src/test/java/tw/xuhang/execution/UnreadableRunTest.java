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
import tw.xuhang.runbook.run.RunEntry;

/** A run whose runbook cannot be read any more is said to be so, and holds up no other. */
final class UnreadableRunTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");

    @Test
    void theOtherRunsAreWorkedOn() {
        var store = new InMemoryRunStore();
        for (String run : List.of("1", "2", "3")) {
            String version = run.equals("2") ? "lost" : "kept";
            store.begin(run, new RunEntry.Began("test", version, "2026-000" + run, Mode.LIVE, Map.of(), ""), NIGHT);
        }
        var engine = new Engine(
                store,
                UnreadableRunTest::pinned,
                new StepPorts(Map.of()),
                () -> true,
                new HandCrew(1),
                new InMemoryAgenda(() -> NIGHT),
                Sight.CALM,
                () -> NIGHT);

        engine.takeOver();

        assertThat(engine.state("1")).isPresent();
        assertThat(engine.state("2")).isEmpty();
        assertThat(engine.state("3")).isPresent();
    }

    private static Runbook pinned(String version) {
        if (version.equals("lost")) {
            throw new IllegalStateException("runbook version lost is not on the shelf");
        }
        var step = new Step.Ansible(Frame.named("only"), "x.yml", Map.of(), Optional.empty());
        return new Runbook(
                "test",
                version,
                Text.of("test"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of(),
                List.of(step),
                List.of(),
                List.of());
    }
}
