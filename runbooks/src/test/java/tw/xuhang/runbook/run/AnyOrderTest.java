package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Retry;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/** Random runbooks under random events, from a printed seed. */
class AnyOrderTest {

    private static final List<RunEntry.Decision> DECISIONS = List.of(RunEntry.Decision.values());

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunIsAlwaysAtWorkOrWaitsByNameOrHasEnded(long seed) {
        var random = new Random(seed);
        var run = RunRules.withStandDown(steps(random, 3, new int[1]), List.of(RunRules.playbook("undo")));
        for (int i = 0; i < 400 && run.ending().isEmpty(); i++) {
            step(random, run);
            if (run.ending().isEmpty()) {
                assertThat(run.state().steps().values())
                        .as("seed %d: something is under way, or somebody holds it up", seed)
                        .matches(all ->
                                run.state().pause().isPresent() || all.stream().anyMatch(AnyOrderTest::accountedFor));
            }
        }
        assertThat(run.ending()).as("seed %d: the run comes to an end", seed).isPresent();
        assertThat(run.state().steps().values())
                .as("seed %d: and leaves nothing under way", seed)
                .noneMatch(AnyOrderTest::accountedFor);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void duringAPauseNoStepStartsAndNoRunEnds(long seed) {
        var random = new Random(seed);
        var run = RunRules.withStandDown(steps(random, 3, new int[1]), List.of(RunRules.playbook("undo")));
        for (int i = 0; i < 400 && run.ending().isEmpty(); i++) {
            step(random, run);
        }
        boolean held = false;
        for (RunEntry entry : run.entries()) {
            switch (entry) {
                case RunEntry.Paused ignored -> {
                    assertThat(held).as("seed %d: paused once", seed).isFalse();
                    held = true;
                }
                case RunEntry.Resumed ignored -> {
                    assertThat(held).as("seed %d: resumed once", seed).isTrue();
                    held = false;
                }
                case RunEntry.AbortAsked ignored -> held = false;
                case RunEntry.StepStarted ignored ->
                    assertThat(held).as("seed %d: %s", seed, entry).isFalse();
                case RunEntry.Ended ignored ->
                    assertThat(held).as("seed %d: %s", seed, entry).isFalse();
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStateIsTheSumOfTheEntriesAndNothingElse(long seed) {
        var random = new Random(seed);
        var run = RunRules.withStandDown(steps(random, 3, new int[1]), List.of(RunRules.playbook("undo")));
        for (int i = 0; i < 40 && run.ending().isEmpty(); i++) {
            step(random, run);
        }
        assertThat(replayed(run).ended()).isEqualTo(run.state().ended());
        assertThat(replayed(run).steps().keySet()).isEqualTo(run.state().steps().keySet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChoiceIsMadeOnceAndOnlyItsBranchIsTouched(long seed) {
        var random = new Random(seed);
        var run = RunRules.withStandDown(steps(random, 3, new int[1]), List.of(RunRules.playbook("undo")));
        for (int i = 0; i < 400 && run.ending().isEmpty(); i++) {
            step(random, run);
        }
        List<RunEntry.Chosen> choices = run.entries().stream()
                .flatMap(entry -> entry instanceof RunEntry.Chosen chosen ? Stream.of(chosen) : Stream.empty())
                .toList();
        assertThat(choices)
                .extracting(RunEntry.Chosen::step)
                .as("seed %d", seed)
                .doesNotHaveDuplicates();
        for (RunEntry.Chosen chosen : choices) {
            assertThat(chosen.spared()).as("seed %d", seed).doesNotContain(chosen.branch());
            assertThat(chosen.spared())
                    .as("seed %d: what was not chosen is not needed and was never begun", seed)
                    .allMatch(name -> run.status(name) == StepStatus.NOT_NEEDED
                            && run.at(name).attempts() == 0);
        }
    }

    private static RunState replayed(RunRules run) {
        RunState state = RunState.BLANK;
        long seq = 0;
        for (RunEntry entry : run.entries()) {
            state = state.after(entry, ++seq, RunRules.NIGHT);
        }
        return state;
    }

    private static boolean accountedFor(StepState at) {
        return switch (at.status()) {
            case RUNNING, ASKING, DOUBTFUL -> true;
            case PARKED -> at.waiting().isPresent();
            case RETRY_PLANNED -> at.retryAt().isPresent();
            case NOT_STARTED, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }

    private static void step(Random random, RunRules run) {
        List<String> open = run.state().steps().entrySet().stream()
                .filter(e -> !e.getValue().status().hasEnded())
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
        boolean held = run.state().pause().isPresent();
        // One that is paused with all of it over waits for nothing else.
        if (open.isEmpty() || random.nextInt(held ? 4 : 12) == 0) {
            run.post(held ? new Post.Resume("leader") : new Post.Pause("leader", "x"));
            return;
        }
        String name = open.get(random.nextInt(open.size()));
        int event = random.nextInt(9);
        switch (run.at(name).attemptSeq() == 0 ? 5 + event % 3 : event) {
            case 0, 1, 2 -> run.succeeds(name);
            case 3 -> run.fails(name);
            case 4 -> run.parks(name, new Waiting.Person("CISO", "x"));
            case 5 -> run.decides(name, DECISIONS.get(random.nextInt(4)));
            case 6 -> run.after(Duration.ofSeconds(random.nextInt(100)));
            case 7 ->
                run.post(
                        random.nextBoolean()
                                ? new Post.Met(Need.DECLARATION)
                                : new Post.Lost(Need.DECLARATION, "refused"));
            default -> {
                if (run.status(name) == StepStatus.RUNNING) {
                    run.isLost(name);
                } else if (random.nextInt(40) == 0) {
                    run.post(new Post.Abort("leader", "x"));
                } else {
                    run.ends(name, Outcome.notNeeded("gone"));
                }
            }
        }
    }

    private static List<Step> steps(Random random, int depth, int[] count) {
        var steps = new ArrayList<Step>();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            steps.add(any(random, depth, count));
        }
        return steps;
    }

    private static Step any(Random random, int depth, int[] count) {
        Frame frame = Frame.named("s" + count[0]++);
        // A choice may ask about any step that was there before it, over or not.
        return switch (depth == 0 ? 9 : random.nextInt(11)) {
            case 0 ->
                new Step.Parallel(
                        frame,
                        steps(random, depth - 1, count),
                        random.nextBoolean() ? Step.Parallel.Join.ANY : Step.Parallel.Join.ALL);
            case 1 -> new Step.Sequence(frame, steps(random, depth - 1, count));
            case 2 -> new Step.Wait(frame, new Step.Wait.Until.Elapsed(Duration.ofSeconds(random.nextInt(60))));
            case 3 -> RunRules.playbook(frame.withRetry(new Retry(random.nextInt(3), Duration.ofSeconds(3))));
            case 4 -> RunRules.playbook(frame.withIdempotent());
            case 5 ->
                RunRules.playbook(frame.withOnFailure(new OnFailure.Continue()).withUndo("undo"));
            case 6 -> RunRules.playbook(frame.withOnFailure(new OnFailure.Ask("SERVER_ROOM")));
            case 7 ->
                RunRules.playbook(frame.withOnFailure(new OnFailure.Undo()).withNeeds(Need.DECLARATION));
            case 10 -> choose(frame, random, depth - 1, count);
            case 8 -> RunRules.playbook(frame.withOnFailure(new OnFailure.End("false-alarm")));
            default -> RunRules.playbook(frame.withResource("uplink/main").withTimeout(Duration.ofMinutes(5)));
        };
    }

    private static Step choose(Frame frame, Random random, int depth, int[] count) {
        var branches = new ArrayList<Step.Branch>();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            String asked = "s" + random.nextInt(Math.max(1, count[0] - 1));
            Optional<String> when = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of("steps." + asked + ".outcome " + (random.nextBoolean() ? "==" : "!=") + " \""
                            + Vocabulary.OUTCOMES.get(random.nextInt(5)) + "\"");
            branches.add(new Step.Branch(Frame.named("b" + count[0]++), when, steps(random, depth, count)));
        }
        // Where what is asked about holds steps itself, the condition is not understood: then a person is asked.
        return new Step.Choose(frame.withOnFailure(new OnFailure.Ask("SERVER_ROOM")), branches);
    }
}
