package tw.xuhang.execution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;

/** One run of the given steps, all of which one port performs; its engines come and go. */
final class OneRun {

    static final String RUN = "1";
    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");

    final InMemoryRunStore kept = new InMemoryRunStore();
    final HandCrew crew = new HandCrew(1);
    Instant now = NIGHT;
    private final List<Step> steps;
    private final StepPort port;

    OneRun(StepPort port, Step... steps) {
        this.port = port;
        this.steps = List.of(steps);
        kept.begin(RUN, new RunEntry.Began("test", "v1", "2026-0001", Mode.LIVE, Map.of(), "test"), NIGHT);
    }

    static Step playbook(Frame frame) {
        return new Step.Ansible(frame, "x.yml", Map.of(), Optional.empty());
    }

    static Step task(Frame frame) {
        return new Step.Task(frame, "server-room", List.of(), Map.of());
    }

    /** Nothing but steps. */
    static Runbook runbook(List<Step> steps) {
        return new Runbook(
                "test",
                "v1",
                Text.of("test"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of(),
                steps,
                List.of(),
                List.of());
    }

    Engine engine() {
        return engine(kept, crew);
    }

    Engine engine(RunStore store, Crew hands) {
        Runbook runbook = runbook(steps);
        return new Engine(
                store,
                _ -> runbook,
                new StepPorts(Map.of("ansible", port, "task", port)),
                () -> true,
                hands,
                new InMemoryAgenda(() -> now),
                Sight.CALM,
                () -> now);
    }

    RunState state() {
        RunState sum = RunState.BLANK;
        for (var recorded : kept.read(RUN)) {
            sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
        }
        return sum;
    }

    List<RunEntry> facts() {
        return kept.read(RUN).stream().map(RunStore.Recorded::entry).toList();
    }
}
