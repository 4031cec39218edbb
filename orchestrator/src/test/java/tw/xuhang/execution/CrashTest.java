package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.Picture;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepStatus;

/** One run of every shape of step, interrupted at its n-th call on the world, for every n. */
class CrashTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");
    private static final List<String> EFFECTS = List.of("switch", "call", "look", "shape", "tell");

    private static Step playbook(Frame frame) {
        return new Step.Ansible(frame, "x.yml", Map.of(), Optional.empty());
    }

    private static Runbook runbook() {
        var task = new Step.Task(Frame.named("look"), "SERVER_ROOM", List.of(), Map.of());
        var branch = new Step.Sequence(
                Frame.named("work"),
                List.of(playbook(Frame.named("switch").withResource("uplink/main")), playbook(Frame.named("shape"))));
        var both = new Step.Parallel(Frame.named("both"), List.of(branch, playbook(Frame.named("call")), task));
        var dark = new Step.Branch(
                Frame.named("dark"), Optional.of("outage.services > 0"), List.of(playbook(Frame.named("light"))));
        var bright = new Step.Branch(Frame.named("bright"), Optional.empty(), List.of(playbook(Frame.named("rest"))));
        var way = new Step.Choose(Frame.named("way"), List.of(dark, bright));
        return OneRun.runbook(List.of(both, way, playbook(Frame.named("tell"))));
    }

    /** One world in which engines come and go. */
    private static final class Night {
        final InMemoryRunStore store = new InMemoryRunStore();
        final InMemoryAgenda agenda = new InMemoryAgenda(() -> NIGHT.plusSeconds(1));
        final FarEnd farEnd;
        final Runbook runbook = runbook();
        final long seed;
        final boolean held;
        boolean asked;
        int looks;
        HandCrew crew;
        Engine engine;

        Night(boolean remembers, Trouble trouble, long seed, boolean held) {
            this.farEnd = new FarEnd(remembers);
            this.seed = seed;
            this.held = held;
            store.begin("1", new RunEntry.Began("test", "v1", "2026-0001", Mode.LIVE, Map.of(), "test"), NIGHT);
            crew = new HandCrew(seed);
            engine = engine(trouble);
        }

        private Engine engine(Trouble trouble) {
            var port = farEnd.reachedThrough(trouble);
            var ports = new StepPorts(Map.of("ansible", port, "task", port));
            var made = new Engine(
                    new TroubledStore(store, trouble),
                    version -> runbook,
                    ports,
                    () -> true,
                    crew,
                    agenda,
                    _ -> sight(),
                    () -> NIGHT);
            agenda.open(Map.of(Engine.DUE, made::look));
            return made;
        }

        /** Never the same twice: whoever asks again after a crash comes to the other branch. */
        private Picture sight() {
            looks++;
            Map<String, Long> away = looks % 2 == 0 ? Map.of("website", 1L) : Map.of();
            return new Picture("reported", "", "", away, Set.of(), false);
        }

        void live(Trouble trouble) throws InterruptedException {
            for (int i = 0; i < 50 && !state().hasEnded(); i++) {
                try {
                    engine.takeOver();
                    engine.readMail();
                    agenda.tick();
                    crew.workAll();
                    holdUp(i);
                    answerPeople();
                    crew.workAll();
                } catch (Trouble.Crash e) {
                    crew = new HandCrew(seed + i);
                    engine = engine(new Trouble(Trouble.Kind.NONE, 0));
                } catch (RunStore.Away | Trouble.Broken e) {
                    // The round's own thread sees this in the service, and comes round again seconds later.
                    assertThat(trouble.calls()).isPositive();
                }
            }
        }

        /** Somebody pauses the run while a person is asked, and lets it go some rounds later. */
        private void holdUp(int round) {
            if (held && !asked) {
                engine.post("1", new Post.Pause("leader", "look first"));
                asked = true;
            } else if (round > 2 && state().pause().isPresent()) {
                engine.post("1", new Post.Resume("leader"));
            }
            crew.workAll();
        }

        private void answerPeople() {
            farEnd.waiting()
                    .values()
                    .forEach(a -> engine.post("1", new Post.Reported(a.step().name(), a.id(), Outcome.succeeded())));
            state().steps().forEach((step, at) -> {
                if (at.status() == StepStatus.DOUBTFUL) {
                    engine.post("1", new Post.Decide(step, RunEntry.Decision.FINISHED_BY_HAND, "server-room", "seen"));
                }
            });
        }

        RunState state() {
            RunState sum = RunState.BLANK;
            for (var recorded : store.read("1")) {
                sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
            }
            return sum;
        }
    }

    private static int callsOfAQuietNight(boolean held) throws InterruptedException {
        var none = new Trouble(Trouble.Kind.NONE, 0);
        var night = new Night(true, none, 0, held);
        night.live(none);
        assertThat(night.state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
        assertThat(night.store.read("1")).anyMatch(r -> !held || r.entry() instanceof RunEntry.Resumed);
        return none.calls();
    }

    @TestFactory
    Stream<DynamicTest> noCrashRepeatsAnEffectOrLosesTheRun() throws InterruptedException {
        return everyCall(Trouble.Kind.CRASH, true);
    }

    @TestFactory
    Stream<DynamicTest> noCrashRepeatsAnEffectAtAFarEndWithoutMemory() throws InterruptedException {
        return everyCall(Trouble.Kind.CRASH, false);
    }

    @TestFactory
    Stream<DynamicTest> aStoreThatFailsOrOnlySaysSoRepeatsNothing() throws InterruptedException {
        return everyCall(Trouble.Kind.STORE_AWAY, true);
    }

    @TestFactory
    Stream<DynamicTest> aCallThatFailsAsABugDoesRepeatsNothingAndEndsNoRun() throws InterruptedException {
        return everyCall(Trouble.Kind.STORE_BROKEN, true);
    }

    @TestFactory
    Stream<DynamicTest> noCrashStartsAnythingDuringAPauseOrForgetsIt() throws InterruptedException {
        return everyCall(Trouble.Kind.CRASH, true, true);
    }

    @TestFactory
    Stream<DynamicTest> aStoreThatFailsOrOnlySaysSoStartsNothingDuringAPause() throws InterruptedException {
        return everyCall(Trouble.Kind.STORE_AWAY, true, true);
    }

    private static Stream<DynamicTest> everyCall(Trouble.Kind kind, boolean remembers) throws InterruptedException {
        return everyCall(kind, remembers, false);
    }

    private static Stream<DynamicTest> everyCall(Trouble.Kind kind, boolean remembers, boolean held)
            throws InterruptedException {
        int calls = callsOfAQuietNight(held);
        assertThat(calls).isGreaterThan(20);
        return IntStream.rangeClosed(1, calls)
                .mapToObj(n ->
                        DynamicTest.dynamicTest(kind + " at call " + n, () -> interrupted(kind, remembers, n, held)));
    }

    private static void interrupted(Trouble.Kind kind, boolean remembers, int n, boolean held)
            throws InterruptedException {
        for (long seed = 0; seed < 5; seed++) {
            var trouble = new Trouble(kind, n);
            var night = new Night(remembers, trouble, seed, held);
            night.live(trouble);
            assertThat(night.state().ended())
                    .as("seed %d: the run came to its end", seed)
                    .map(RunEntry.Ended::ending)
                    .contains(RunEnding.SUCCEEDED);
            for (String step : EFFECTS) {
                assertThat(night.farEnd.effects(step))
                        .as("seed %d: effects of %s", seed, step)
                        .isLessThanOrEqualTo(1);
                assertThat(night.farEnd.effects(step))
                        .as("seed %d: effects of %s", seed, step)
                        .isGreaterThanOrEqualTo(remembers ? 1 : 0);
            }
            assertTimelineWhole(night);
            assertOneWay(night, seed);
            assertStillDuringPauses(night, seed);
        }
    }

    private static void assertStillDuringPauses(Night night, long seed) {
        boolean still = false;
        for (var recorded : night.store.read("1")) {
            switch (recorded.entry()) {
                case RunEntry.Paused ignored -> still = true;
                case RunEntry.Resumed ignored -> still = false;
                case RunEntry.StepStarted fact ->
                    assertThat(still).as("seed %d: %s", seed, fact).isFalse();
                default -> {}
            }
        }
        assertThat(night.store.read("1").stream()
                        .filter(recorded -> recorded.entry() instanceof RunEntry.Paused)
                        .count())
                .as("seed %d: pauses", seed)
                .isEqualTo(night.held ? 1 : 0);
    }

    /** What the journal says was chosen was done, and the other branch was not. */
    private static void assertOneWay(Night night, long seed) {
        List<RunEntry.Chosen> chosen = night.store.read("1").stream()
                .flatMap(recorded -> recorded.entry() instanceof RunEntry.Chosen c ? Stream.of(c) : Stream.empty())
                .toList();
        assertThat(chosen).as("seed %d: decided once", seed).hasSize(1);
        boolean dark = chosen.getFirst().branch().equals("dark");
        assertThat(chosen.getFirst().saw()).containsEntry("outage.services", dark ? "1" : "0");
        assertThat(night.state().step(dark ? "light" : "rest").status()).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(night.state().step(dark ? "rest" : "light").status()).isEqualTo(StepStatus.NOT_NEEDED);
        assertThat(night.farEnd.effects(dark ? "rest" : "light"))
                .as("seed %d: the other branch", seed)
                .isZero();
    }

    private static void assertTimelineWhole(Night night) {
        var started = new ArrayList<String>();
        var ended = new ArrayList<String>();
        for (var recorded : night.store.read("1")) {
            switch (recorded.entry()) {
                case RunEntry.StepStarted fact -> started.add(fact.step());
                case RunEntry.StepEnded fact -> ended.add(fact.step());
                case RunEntry.Decided fact -> ended.add(fact.step());
                default -> {}
            }
        }
        assertThat(started).containsAll(EFFECTS);
        assertThat(ended).containsAll(EFFECTS);
    }
}
