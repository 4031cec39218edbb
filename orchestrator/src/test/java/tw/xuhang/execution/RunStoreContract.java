package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tw.xuhang.execution.RunStore.Held;
import tw.xuhang.execution.RunStore.Writing;
import tw.xuhang.execution.RunStore.Written;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;

/** What the engine relies on, wherever runs are kept. */
public abstract class RunStoreContract {

    protected static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00.123456Z");

    /** The store of this node. */
    protected abstract RunStore store();

    /** Such a store, whose database does not answer the next call. */
    protected abstract RunStore away();

    /** Begins a run as opening a case does. */
    protected abstract void begin(String run, RunEntry.Began began);

    private Held begun(String run) {
        begin(run, new RunEntry.Began("test", "v1", "2026-0001", Mode.LIVE, Map.of("main", "main"), "test"));
        return store().take(run).orElseThrow();
    }

    private static Writing writing(Held held, long head, RunEntry... entries) {
        return writing(held, head, Set.of(), Set.of(), Set.of(), List.of(), entries);
    }

    private static Writing writing(
            Held held,
            long head,
            Set<String> claims,
            Set<String> releases,
            Set<String> awaits,
            List<Long> consumed,
            RunEntry... entries) {
        return new Writing(
                held.run(),
                held.incident(),
                held.epoch(),
                head,
                List.of(entries),
                NIGHT,
                consumed,
                claims,
                releases,
                awaits,
                true);
    }

    private static RunEntry started(String step) {
        return new RunEntry.StepStarted(step, 1);
    }

    @Test
    void everyFactComesBackAsItWasWritten() {
        Held held = begun("1.1");
        List<RunEntry> facts = List.of(
                started("a"),
                new RunEntry.StepParked("a", new Waiting.Person("CISO", "C-1")),
                new RunEntry.StepEnded("a", new Outcome.Succeeded(Map.of("線路", "備援"))),
                new RunEntry.StepDoubted("b", "當機"),
                new RunEntry.RetryPlanned("b", NIGHT),
                new RunEntry.Decided("b", RunEntry.Decision.SKIP, "leader", "不需要"),
                new RunEntry.Chosen("way", "dark", Map.of("outage.services", "2"), List.of("bright", "tell")),
                new RunEntry.Joined("any", "left", List.of("right")),
                new RunEntry.Answered("call", Step.Dispatch.Answer.FIXED));
        assertThat(store().write(writing(held, 1, facts.toArray(RunEntry[]::new))))
                .isInstanceOf(Written.Done.class);

        assertThat(store().read("1.1").stream().skip(1).map(RunStore.Recorded::entry))
                .containsExactlyElementsOf(facts);
        assertThat(store().read("1.1").getLast().at()).isEqualTo(NIGHT);
        assertThat(store().read("1.1").getLast().seq()).isEqualTo(10);
    }

    @Test
    void anOwnerOfAnEarlierEpochCannotWrite() {
        Held before = begun("1.1");
        Held after = store().take("1.1").orElseThrow();
        assertThat(store().write(writing(before, 1, started("a")))).isInstanceOf(Written.Fenced.class);
        assertThat(store().write(writing(after, 1, started("a")))).isInstanceOf(Written.Done.class);
        assertThat(store().read("1.1")).hasSize(2);
    }

    @Test
    void aWriteOnAStaleHeadChangesNothing() {
        Held held = begun("1.1");
        store().write(writing(held, 1, started("a")));
        assertThat(store().write(writing(held, 1, started("b")))).isInstanceOf(Written.Fenced.class);
        assertThat(store().read("1.1")).hasSize(2);
    }

    @Test
    void aResourceThatAnotherRunHoldsRefusesTheWholeWrite() {
        Held one = begun("1.1");
        Held two = begun("2.1");
        store().write(writing(one, 1, Set.of("uplink/main"), Set.of(), Set.of(), List.of(), started("a")));

        var refused =
                store().write(writing(two, 1, Set.of("uplink/main"), Set.of(), Set.of(), List.of(), started("a")));

        assertThat(refused).isEqualTo(new Written.Taken("uplink/main"));
        assertThat(store().read("2.1")).hasSize(1);
        assertThat(store().heldByOthers("2.1")).containsExactly("uplink/main");
        assertThat(store().heldByOthers("1.1")).isEmpty();
    }

    @Test
    void whoeverWaitsForAResourceIsToldWhenItComesFree() {
        Held one = begun("1.1");
        Held two = begun("2.1");
        store().write(writing(one, 1, Set.of("uplink/main"), Set.of(), Set.of(), List.of(), started("a")));
        var waits = new RunEntry.StepParked("a", new Waiting.Resource("uplink/main"));
        store().write(writing(two, 1, Set.of(), Set.of(), Set.of("uplink/main"), List.of(), waits));
        assertThat(store().nudged()).doesNotContain("2.1");

        var freed = store().write(writing(
                one,
                2,
                Set.of(),
                Set.of("uplink/main"),
                Set.of(),
                List.of(),
                new RunEntry.StepEnded("a", Outcome.succeeded())));

        assertThat(freed).isEqualTo(new Written.Done(Set.of("2.1")));
        assertThat(store().nudged()).contains("2.1");
    }

    @Test
    void mailStaysUntilAWriteConsumesIt() {
        Held held = begun("1.1");
        Post post = new Post.Reported("a", new AttemptId("run/1.1", 2), Outcome.failed("無回應"));
        store().post("1.1", post);
        assertThat(store().nudged()).contains("1.1");
        var mail = store().mailbox("1.1");
        assertThat(mail).extracting(RunStore.Mailed::post).containsExactly(post);

        store().write(writing(
                held, 1, Set.of(), Set.of(), Set.of(), List.of(mail.getFirst().id()), started("a")));
        assertThat(store().mailbox("1.1")).isEmpty();
    }

    @Test
    void aRunThatHasEndedIsNobodysAndGetsNoMail() {
        Held held = begun("1.1");
        store().write(writing(held, 1, new RunEntry.Ended(RunEnding.SUCCEEDED, "")));
        store().post("1.1", new Post.Wake());
        assertThat(store().take("1.1")).isEmpty();
        assertThat(store().orphans(NIGHT)).isEmpty();
        assertThat(store().nudged()).isEmpty();
    }

    @Test
    void aRunThatNeverBeganCannotBeTaken() {
        assertThat(store().take("9.9")).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerSaysSoWhateverItIsAsked() {
        Held held = begun("1.1");
        List<Consumer<RunStore>> calls = List.of(
                store -> store.take("1.1"),
                store -> store.read("1.1"),
                store -> store.write(writing(held, 1, started("a"))),
                store -> store.mailbox("1.1"),
                store -> store.post("1.1", new Post.Wake()),
                store -> store.heldByOthers("1.1"),
                RunStore::nudged,
                store -> store.orphans(NIGHT));
        for (var call : calls) {
            RunStore away = away();
            assertThatThrownBy(() -> call.accept(away)).isInstanceOf(RunStore.Away.class);
        }
    }
}
