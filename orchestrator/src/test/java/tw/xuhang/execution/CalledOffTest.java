package tw.xuhang.execution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;

/** Two people are asked and the first answer is enough. */
final class CalledOffTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");

    private final InMemoryRunStore store = new InMemoryRunStore();
    private final HandCrew crew = new HandCrew(1);
    private final Map<String, Attempt> asked = new HashMap<>();
    private final List<String> takenBack = new ArrayList<>();
    private boolean takesBack = true;

    /** The list of tasks of this office. */
    private final class TaskList implements StepPort {
        @Override
        public Report perform(Attempt attempt) {
            asked.put(attempt.step().name(), attempt);
            return new Report.Parked(
                    new Waiting.Person("server-room", attempt.id().ident()));
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            return new Inquiry.Waits(
                    new Waiting.Person("server-room", attempt.id().ident()));
        }

        @Override
        public void abort(Attempt attempt) {
            if (takesBack) {
                takenBack.add(attempt.step().name());
            }
        }
    }

    private static Step task(String name) {
        return new Step.Task(Frame.named(name), "server-room", List.of(), Map.of());
    }

    private Engine engine() {
        var any = new Step.Parallel(Frame.named("any"), List.of(task("left"), task("right")), Step.Parallel.Join.ANY);
        var runbook = OneRun.runbook(List.of(any, task("after")));
        return new Engine(
                store,
                _ -> runbook,
                new StepPorts(Map.of("task", new TaskList())),
                () -> true,
                crew,
                new InMemoryAgenda(() -> NIGHT),
                Sight.CALM,
                () -> NIGHT);
    }

    private Engine begun() {
        store.begin("1", new RunEntry.Began("test", "v1", "2026-0001", Mode.LIVE, Map.of(), "test"), NIGHT);
        Engine engine = engine();
        engine.takeOver();
        crew.workAll();
        return engine;
    }

    private void done(Engine engine, String step) {
        Attempt attempt = requireNonNull(asked.get(step));
        engine.post("1", new Post.Reported(step, attempt.id(), Outcome.succeeded()));
        crew.workAll();
    }

    private RunState state() {
        RunState sum = RunState.BLANK;
        for (var recorded : store.read("1")) {
            sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
        }
        return sum;
    }

    @Test
    void theOtherTaskIsTakenBackAndTheRunGoesOn() {
        Engine engine = begun();
        assertThat(asked).containsOnlyKeys("left", "right");

        done(engine, "right");
        assertThat(takenBack).containsExactly("left");
        done(engine, "after");
        assertThat(state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void aServiceThatDiesBeforeItTookTheTaskBackDoesSoInItsNextLife() {
        Engine engine = begun();
        takesBack = false;
        done(engine, "right");
        assertThat(takenBack).isEmpty();

        takesBack = true;
        Engine next = engine();
        next.takeOver();
        crew.workAll();
        assertThat(takenBack).containsExactly("left");
        done(next, "after");
        assertThat(state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }
}
