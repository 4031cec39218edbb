package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.Playbooks.Event;
import tw.xuhang.runbook.port.Playbooks.InDoubt;
import tw.xuhang.runbook.port.Playbooks.Order;

/** What every {@link Playbooks} promises, the real one and the fake. */
abstract class PlaybooksContract {

    /** {@code ok.yml} makes one mark; {@code fails.yml} one, then fails at "break"; {@code held.yml} one before, one after. */
    abstract Playbooks playbooks();

    abstract Map<String, Object> variables(String ident);

    /** Marks that the attempt really made. */
    abstract int marks(String ident);

    /** Lets {@code held.yml} go on. */
    abstract void release(String ident);

    /** The runner dies on the spot. */
    abstract void crash(String ident);

    /** For an idle or total limit that {@code held.yml} shall hit. */
    abstract Duration shortLimit();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Event> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    Order order(String ident, String playbook) {
        return order(ident, playbook, Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    Order order(String ident, String playbook, Duration idle, Duration total) {
        return new Order(ident, playbook, variables(ident), idle, total, false);
    }

    @Test
    void aPlaybookThatEndsWellHasSucceededOnce() throws Exception {
        Outcome outcome = playbooks().run(order("run-1.1", "ok.yml"), log::add);

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(marks("run-1.1")).isEqualTo(1);
        assertThat(playbooks().inquire("run-1.1")).isEqualTo(new Inquiry.Finished(outcome));
    }

    @Test
    void eventsComeInTheOrderOfTheirCounters() throws Exception {
        playbooks().run(order("run-2.1", "ok.yml"), log::add);

        assertThat(log).extracting(Event::counter).isSorted().doesNotHaveDuplicates();
        assertThat(log).extracting(Event::level).contains("info", "changed");
        assertThat(log).extracting(Event::text).noneMatch(text -> text.contains("\n"));
    }

    @Test
    void aFailedTaskFailsTheAttemptAndNamesThePlace() throws Exception {
        Outcome outcome = playbooks().run(order("run-3.1", "fails.yml"), log::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("break").contains("the disk is full"));
        assertThat(marks("run-3.1")).isEqualTo(1);
        assertThat(playbooks().inquire("run-3.1")).isEqualTo(new Inquiry.Finished(outcome));
    }

    @Test
    void anUnknownPlaybookFailsBeforeAnyClaimIsTaken() throws Exception {
        Outcome outcome = playbooks().run(order("run-4.1", "no-such.yml"), log::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("no playbook no-such.yml"));
        assertThat(playbooks().run(order("run-4.1", "ok.yml"), log::add)).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void whatNeverStartedCanNotStartAfterItWasInquired() throws Exception {
        assertThat(playbooks().inquire("run-5.1")).isInstanceOf(Inquiry.NeverStarted.class);

        assertThat(playbooks().run(order("run-5.1", "ok.yml"), log::add)).isInstanceOf(Outcome.Failed.class);
        assertThat(marks("run-5.1")).isZero();
        assertThat(playbooks().inquire("run-5.1")).isInstanceOf(Inquiry.NeverStarted.class);
    }

    @Test
    void anIdentRunsOnlyOnce() throws Exception {
        playbooks().run(order("run-6.1", "ok.yml"), log::add);

        assertThatThrownBy(() -> playbooks().run(order("run-6.1", "ok.yml"), log::add))
                .isInstanceOf(InDoubt.class);
        assertThat(marks("run-6.1")).isEqualTo(1);
    }

    @Test
    void aRunningAttemptRefusesASecondLaunchAndLetsItselfBeAttachedTo() throws Exception {
        Future<Outcome> first = start(order("run-7.1", "held.yml"));
        awaitMarks("run-7.1", 1);
        assertThat(playbooks().inquire("run-7.1")).isInstanceOf(Inquiry.Running.class);
        assertThatThrownBy(() -> playbooks().run(order("run-7.1", "held.yml"), log::add))
                .isInstanceOf(InDoubt.class);

        List<Event> again = new CopyOnWriteArrayList<>();
        Future<Outcome> second = threads.submit(() -> playbooks().attach(order("run-7.1", "held.yml"), again::add));
        release("run-7.1");

        assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(first.get());
        assertThat(again).isEqualTo(log);
        assertThat(marks("run-7.1")).isEqualTo(2);
    }

    @Test
    void abortEndsARunningAttempt() throws Exception {
        Future<Outcome> outcome = start(order("run-8.1", "held.yml"));
        awaitMarks("run-8.1", 1);

        playbooks().abort("run-8.1");
        release("run-8.1");

        assertThat(outcome.get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.facts()).containsEntry("ended", "abort"));
        assertThat(marks("run-8.1")).isEqualTo(1);
        assertThat(playbooks().inquire("run-8.1")).isEqualTo(new Inquiry.Finished(outcome.get()));
    }

    @Test
    void abortDoesNothingToOneThatHasEnded() throws Exception {
        Outcome outcome = playbooks().run(order("run-9.1", "ok.yml"), log::add);

        playbooks().abort("run-9.1");

        assertThat(playbooks().inquire("run-9.1")).isEqualTo(new Inquiry.Finished(outcome));
    }

    @Test
    void whatWasAbortedBeforeItStartedNeverStarts() throws Exception {
        playbooks().abort("run-10.1");

        assertThat(playbooks().run(order("run-10.1", "ok.yml"), log::add))
                .isEqualTo(Outcome.failed("aborted before it started"));
        assertThat(marks("run-10.1")).isZero();
    }

    @Test
    void silenceBeyondTheIdleLimitEndsIt() throws Exception {
        Outcome outcome =
                playbooks().run(order("run-11.1", "held.yml", shortLimit(), Duration.ofSeconds(60)), log::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.facts()).containsEntry("ended", "idle"));
        assertThat(marks("run-11.1")).isLessThanOrEqualTo(1);
    }

    @Test
    void theTotalLimitEndsItWhateverHappens() throws Exception {
        Outcome outcome =
                playbooks().run(order("run-12.1", "held.yml", Duration.ofSeconds(60), shortLimit()), log::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.facts()).containsEntry("ended", "total"));
        assertThat(marks("run-12.1")).isLessThanOrEqualTo(1);
    }

    @Test
    void nobodyCanTellHowFarAKilledRunnerCame() throws Exception {
        Future<Outcome> outcome = start(order("run-13.1", "held.yml"));
        awaitMarks("run-13.1", 1);

        crash("run-13.1");
        release("run-13.1");

        assertThatThrownBy(() -> outcome.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InDoubt.class);
        assertThat(playbooks().inquire("run-13.1")).isInstanceOf(Inquiry.Unknown.class);
        assertThatThrownBy(() -> playbooks().run(order("run-13.1", "held.yml"), log::add))
                .isInstanceOf(InDoubt.class);
    }

    @Test
    void whoStopsFollowingDoesNotStopThePlaybook() throws Exception {
        var follower = new CompletableFuture<Thread>();
        Future<?> following = threads.submit(() -> {
            follower.complete(Thread.currentThread());
            return playbooks().run(order("run-14.1", "held.yml"), log::add);
        });
        awaitMarks("run-14.1", 1);

        follower.get().interrupt();
        assertThatThrownBy(() -> following.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(playbooks().inquire("run-14.1")).isInstanceOf(Inquiry.Running.class);
        release("run-14.1");

        assertThat(playbooks().attach(order("run-14.1", "held.yml"), log::add)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(marks("run-14.1")).isEqualTo(2);
    }

    @Test
    void checkModeChangesNothing() throws Exception {
        var asked = new Order(
                "run-15.1", "ok.yml", variables("run-15.1"), Duration.ofSeconds(30), Duration.ofSeconds(60), true);

        assertThat(playbooks().run(asked, log::add)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(marks("run-15.1")).isZero();
    }

    private Future<Outcome> start(Order order) {
        return threads.submit(() -> playbooks().run(order, log::add));
    }

    private void awaitMarks(String ident, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> marks(ident) == count);
    }
}
