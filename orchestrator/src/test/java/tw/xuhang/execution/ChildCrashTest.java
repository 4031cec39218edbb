package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.InMemoryJournal;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.store.IncidentFacts;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepStatus;
import tw.xuhang.step.RunbookSteps;

/** A run and the run that its step begins, interrupted at the n-th call on the world, for every n. */
class ChildCrashTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");
    private static final String CASE = "2026-0001";
    private static final String PARENT = CASE + ".1";
    private static final List<String> EFFECTS = List.of("prepare", "call", "switch", "look", "shape", "tell");

    private enum Story {
        TO_ITS_END,
        ABORTED
    }

    /** The parent holds the line before its child needs it. */
    private static Map<String, Runbook> library() {
        Step below = new Step.Child(Frame.named("below"), "below", Map.of("line", "$main"));
        Step beside = new Step.Parallel(Frame.named("beside"), List.of(below, OneRun.playbook(Frame.named("call"))));
        Step prepare = OneRun.playbook(Frame.named("prepare").withResource("uplink/main"));
        return Map.of(
                "above",
                runbook("above", List.of(prepare, beside, OneRun.playbook(Frame.named("tell")))),
                "below",
                runbook(
                        "below",
                        List.of(
                                OneRun.playbook(Frame.named("switch").withResource("uplink/$line")),
                                OneRun.task(Frame.named("look")),
                                OneRun.playbook(Frame.named("shape")))));
    }

    private static Runbook runbook(String key, List<Step> steps) {
        return new Runbook(
                key,
                key,
                Text.of(key),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of("line", new Runbook.Parameter("uplink", "backup")),
                steps,
                List.of(),
                List.of());
    }

    /** The journal of the case, reached as the store is. */
    private record TroubledJournal(Journal journal, Trouble trouble) implements Journal {
        @Override
        public List<Entry> read(StreamId stream) {
            trouble.storeCall();
            return journal.read(stream);
        }

        @Override
        public Appended append(List<Addition> additions, Actor actor) {
            trouble.storeCall();
            Appended appended = journal.append(additions, actor);
            trouble.storeCall();
            return appended;
        }
    }

    private static final class Night {
        Instant now = NIGHT;
        final InMemoryRunStore store = new InMemoryRunStore();
        final InMemoryJournal journal = new InMemoryJournal(() -> NIGHT);
        final InMemoryAgenda agenda = new InMemoryAgenda(() -> now);
        final FarEnd farEnd = new FarEnd(true);
        final Map<String, Runbook> library = library();
        final Story story;
        final long seed;
        HandCrew crew;
        Engine engine;

        Night(Trouble trouble, Story story, long seed) {
            this.story = story;
            this.seed = seed;
            // One database in the service: a run that is in the journal is in the store.
            journal.listen(entries -> entries.forEach(entry -> {
                if (entry.type().equals("run.began")) {
                    store.begin(
                            entry.stream().key(),
                            (RunEntry.Began) RunFacts.codec().read(entry),
                            NIGHT);
                }
            }));
            var opening = new Incidents.Opening(
                    IncidentKind.REPORTED, "uplink/main", "", NIGHT, Mode.LIVE, "test", Actor.SYSTEM);
            var start = new Incidents.Start(pinned("above"), Map.of("main", "main"), "test");
            incidents(new Trouble(Trouble.Kind.NONE, 0)).open(opening, List.of(start), Incidents.Along.NOTHING);
            crew = new HandCrew(seed);
            engine = engine(trouble);
        }

        private Runbook pinned(String version) {
            return Objects.requireNonNull(library.get(version), version);
        }

        private Incidents incidents(Trouble trouble) {
            return new Incidents(
                    new TroubledJournal(journal, trouble), IncidentFacts.codec(), RunFacts.codec(), () -> CASE);
        }

        private Engine engine(Trouble trouble) {
            var port = farEnd.reachedThrough(trouble);
            var reached = new TroubledStore(store, trouble);
            var made = new Engine[1];
            var children = new RunbookSteps(
                    incidents(trouble),
                    (key, mode) -> Optional.ofNullable(library.get(key)),
                    attempt -> EarlierAttempts.openChild(reached, attempt),
                    run -> made[0].take(run),
                    (run, post) -> made[0].post(run, post));
            made[0] = new Engine(
                    reached,
                    this::pinned,
                    new StepPorts(Map.of("ansible", port, "task", port, "runbook", children)),
                    () -> true,
                    crew,
                    agenda,
                    Sight.CALM,
                    () -> now);
            agenda.open(Map.of(Engine.DUE, made[0]::look));
            return made[0];
        }

        void live(Trouble trouble) throws InterruptedException {
            for (int i = 0; i < 60 && !isOver(); i++) {
                // What is tried again is tried after a while.
                now = now.plusSeconds(60);
                try {
                    engine.takeOver();
                    engine.readMail();
                    agenda.tick();
                    crew.workAll();
                    people();
                    crew.workAll();
                } catch (Trouble.Crash e) {
                    crew = new HandCrew(seed + i);
                    engine = engine(new Trouble(Trouble.Kind.NONE, 0));
                } catch (RunStore.Away | Trouble.Broken e) {
                    assertThat(trouble.calls()).isPositive();
                }
            }
        }

        private void people() {
            if (story == Story.ABORTED && farEnd.effects("look") > 0) {
                engine.post(PARENT, new Post.Abort("leader", "enough"));
                return;
            }
            farEnd.waiting()
                    .values()
                    .forEach(
                            a -> engine.post(a.run(), new Post.Reported(a.step().name(), a.id(), Outcome.succeeded())));
            for (String run : runs()) {
                state(run).steps().forEach((step, at) -> {
                    if (at.status() == StepStatus.DOUBTFUL) {
                        engine.post(run, new Post.Decide(step, RunEntry.Decision.FINISHED_BY_HAND, "leader", "seen"));
                    }
                });
            }
        }

        private boolean isOver() {
            return runs().stream().allMatch(run -> state(run).hasEnded());
        }

        List<String> runs() {
            return incidents(new Trouble(Trouble.Kind.NONE, 0)).read(CASE).runs().stream()
                    .map(Incident.CaseRun::run)
                    .toList();
        }

        RunState state(String run) {
            RunState sum = RunState.BLANK;
            for (var recorded : store.read(run)) {
                sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
            }
            return sum;
        }

        Optional<RunEnding> ending(String run) {
            return state(run).ended().map(RunEntry.Ended::ending);
        }
    }

    @TestFactory
    Stream<DynamicTest> noCrashBeginsASecondChildOrLosesTheParent() throws InterruptedException {
        return everyCall(Trouble.Kind.CRASH, Story.TO_ITS_END);
    }

    @TestFactory
    Stream<DynamicTest> aStoreThatFailsOrOnlySaysSoBeginsNoSecondChild() throws InterruptedException {
        return everyCall(Trouble.Kind.STORE_AWAY, Story.TO_ITS_END);
    }

    @TestFactory
    Stream<DynamicTest> aCallThatFailsAsABugDoesBeginsNoSecondChild() throws InterruptedException {
        return everyCall(Trouble.Kind.STORE_BROKEN, Story.TO_ITS_END);
    }

    @TestFactory
    Stream<DynamicTest> noCrashLeavesAChildBehindItsAbortedParent() throws InterruptedException {
        return everyCall(Trouble.Kind.CRASH, Story.ABORTED);
    }

    private static Stream<DynamicTest> everyCall(Trouble.Kind kind, Story story) throws InterruptedException {
        var none = new Trouble(Trouble.Kind.NONE, 0);
        new Night(none, story, 0).live(none);
        int calls = none.calls();
        assertThat(calls).isGreaterThan(30);
        return IntStream.rangeClosed(1, calls)
                .mapToObj(n -> DynamicTest.dynamicTest(kind + " at call " + n, () -> interrupted(kind, story, n)));
    }

    private static void interrupted(Trouble.Kind kind, Story story, int n) throws InterruptedException {
        for (long seed = 0; seed < 5; seed++) {
            var trouble = new Trouble(kind, n);
            var night = new Night(trouble, story, seed);
            night.live(trouble);
            assertThat(night.runs()).as("seed %d: the runs of the case", seed).hasSize(2);
            String child = night.runs().get(1);
            RunEnding ending = story == Story.ABORTED ? RunEnding.ABORTED : RunEnding.SUCCEEDED;
            assertThat(night.ending(child)).as("seed %d: the child", seed).contains(ending);
            assertThat(night.ending(PARENT)).as("seed %d: the parent", seed).contains(ending);
            assertThat(EFFECTS)
                    .allSatisfy(step -> assertThat(night.farEnd.effects(step)).isLessThanOrEqualTo(1));
            if (story == Story.TO_ITS_END) {
                assertThat(EFFECTS)
                        .allSatisfy(
                                step -> assertThat(night.farEnd.effects(step)).isEqualTo(1));
                assertThat(night.state(PARENT).step("below").outcome())
                        .contains(new Outcome.Succeeded(Map.of("run", child)));
            }
        }
    }
}
