package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Event;
import tw.xuhang.runbook.port.Playbooks.InDoubt;
import tw.xuhang.runbook.port.Playbooks.Order;

/** Kills, races and escapes: what really runs, and what is really gone. */
@Tag("slow")
final class AnsibleProcessesTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Event> log = new CopyOnWriteArrayList<>();
    private AnsibleFixture fixture = new AnsibleFixture(Path.of("/"));

    @BeforeEach
    void needsAnsibleRunner() {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
        fixture = new AnsibleFixture(folder);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aPlaybookOutlivesTheKilledServiceAndIsFollowedByTheNext() throws Exception {
        Process service = OtherJvm.run(folder, "k.1", "held.yml", Map.of());
        awaitMarks("k.1", 1);
        AnsibleFixture.killGroup(service.pid());
        service.waitFor();

        assertThat(fixture.playbooks().inquire("k.1")).isInstanceOf(Inquiry.Running.class);
        fixture.release("k.1");
        Outcome outcome = fixture.playbooks().attach(order("k.1", "held.yml"), log::add);

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(fixture.marks("k.1")).containsExactly("A", "B");
        assertThat(log).extracting(Event::task).contains("before", "hold", "after");
        assertThat(fixture.playbooks().inquire("k.1")).isEqualTo(new Inquiry.Finished(outcome));
    }

    @Test
    void anAttemptHoldsItsLockUntilItEnds() throws Exception {
        var pulse = new Pulse(fixture.home(), fixture.claim("k.2"));
        Future<Outcome> outcome = start(order("k.2", "held.yml"));
        awaitMarks("k.2", 1);
        assertThat(pulse.locked()).isTrue();
        AnsibleFixture.kill(fixture.process("k.2", "launch.py"));
        assertThat(pulse.locked()).isTrue();

        fixture.release("k.2");
        outcome.get(30, TimeUnit.SECONDS);

        Awaitility.await().until(() -> !pulse.locked());
    }

    @Test
    void ofManyLaunchesAtOnceExactlyOneRuns() throws Exception {
        List<Future<Outcome>> launches = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            launches.add(threads.submit(() -> fixture.playbooks().run(order("r.1", "ok.yml"), event -> {})));
        }
        int succeeded = 0;
        for (var launch : launches) {
            succeeded += ended(launch) instanceof Outcome.Succeeded ? 1 : 0;
        }

        assertThat(succeeded).isEqualTo(1);
        assertThat(fixture.marks("r.1")).containsExactly("A");
    }

    @Test
    void aLaunchRacingWithRecoveryEitherRunsOrIsProvenNeverToHave() throws Exception {
        for (int i = 1; i <= 6; i++) {
            String ident = "race." + i;
            Future<Outcome> launch = threads.submit(() -> fixture.playbooks().run(order(ident, "ok.yml"), event -> {}));
            if (i % 2 == 0) {
                // The launcher makes its lock just before it takes the claim.
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> Files.exists(fixture.claim(ident).lock()));
            }
            Inquiry inquiry = fixture.playbooks().inquire(ident);
            Outcome outcome = launch.get(60, TimeUnit.SECONDS);
            boolean ran = !fixture.marks(ident).isEmpty();

            assertThat(inquiry instanceof Inquiry.NeverStarted).isNotEqualTo(ran);
            assertThat(outcome instanceof Outcome.Succeeded).isEqualTo(ran);
        }
    }

    @Test
    void abortEndsWhatLeftTheSessionTwice() throws Exception {
        Future<Outcome> outcome = start(order("d.1", "detached.yml"));
        long detached = AnsibleFixture.pid(Path.of(fixture.marker("d.1") + ".detached"));

        fixture.playbooks().abort("d.1");

        awaitGone(detached);
        assertThat(new ProcessTree(fixture.claim("d.1")).everything()).isEmpty();
        assertThat(outcome.get(20, TimeUnit.SECONDS).facts()).containsEntry("ended", "abort");
    }

    @Test
    void abortEndsWhatHidesItsSessionAndItsEnvironment() throws Exception {
        Future<Outcome> outcome = start(order("d.5", "hidden.yml"));
        long hidden = AnsibleFixture.pid(Path.of(fixture.marker("d.5") + ".hidden"));

        fixture.playbooks().abort("d.5");

        awaitGone(hidden);
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void abortEndsWhatDoesNotHearTerm() throws Exception {
        Future<Outcome> outcome = start(order("d.2", "stubborn.yml"));
        long stubborn = AnsibleFixture.pid(Path.of(fixture.marker("d.2") + ".stubborn"));

        fixture.playbooks().abort("d.2");

        awaitGone(stubborn);
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void abortEndsTheTreeAlsoWhenItsLauncherWasKilled() throws Exception {
        Future<Outcome> outcome = start(order("d.3", "detached.yml"));
        long detached = AnsibleFixture.pid(Path.of(fixture.marker("d.3") + ".detached"));
        AnsibleFixture.kill(fixture.process("d.3", "launch.py"));

        fixture.playbooks().abort("d.3");

        awaitGone(detached);
        assertThat(outcome.get(20, TimeUnit.SECONDS).facts()).containsEntry("ended", "abort");
        assertThat(fixture.playbooks().inquire("d.3")).isInstanceOf(Inquiry.Finished.class);
    }

    @Test
    void abortEndsTheTreeAlsoWhenItsLauncherIsStopped() throws Exception {
        Future<Outcome> outcome = start(order("d.6", "detached.yml"));
        long detached = AnsibleFixture.pid(Path.of(fixture.marker("d.6") + ".detached"));
        AnsibleFixture.signal("STOP", fixture.process("d.6", "launch.py"));

        fixture.playbooks().abort("d.6");

        awaitGone(detached);
        assertThat(outcome.get(20, TimeUnit.SECONDS).facts()).containsEntry("ended", "abort");
    }

    @Test
    void prunedAttemptsLeaveTheirClaimOnly() throws Exception {
        fixture.playbooks().run(order("p.1", "ok.yml"), log::add);
        fixture.playbooks().inquire("p.2");

        assertThat(fixture.playbooks().prune(Instant.EPOCH)).isZero();
        assertThat(fixture.playbooks().inquire("p.1")).isInstanceOf(Inquiry.Finished.class);
        assertThat(fixture.playbooks().prune(Instant.MAX)).isEqualTo(1);

        assertThat(fixture.playbooks().inquire("p.1")).isInstanceOf(Inquiry.Unknown.class);
        assertThat(fixture.claim("p.1").run()).doesNotExist();
        assertThatThrownBy(() -> fixture.playbooks().run(order("p.1", "ok.yml"), log::add))
                .isInstanceOf(InDoubt.class);
        assertThat(fixture.marks("p.1")).containsExactly("A");
    }

    @Test
    void aDaemonThatAPlaybookStartedOutlivesIt() throws Exception {
        Outcome outcome = fixture.playbooks().run(order("d.4", "daemon.yml"), log::add);
        long daemon = AnsibleFixture.pid(Path.of(fixture.marker("d.4") + ".daemon"));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(ProcessHandle.of(daemon)).isPresent();
        fixture.playbooks().abort("d.4");
        assertThat(ProcessHandle.of(daemon)).isPresent();
        ProcessHandle.of(daemon).ifPresent(AnsibleFixture::kill);
    }

    @Test
    void aKilledLauncherAloneLosesNothing() throws Exception {
        Future<Outcome> outcome = start(order("l.1", "held.yml"));
        awaitMarks("l.1", 1);
        AnsibleFixture.kill(fixture.process("l.1", "launch.py"));

        assertThat(fixture.playbooks().inquire("l.1")).isInstanceOf(Inquiry.Running.class);
        fixture.release("l.1");

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(fixture.marks("l.1")).containsExactly("A", "B");
    }

    @Test
    void withLauncherAndRunnerKilledTheTaskAtWorkStillCountsAsRunningThenNobodyKnows() throws Exception {
        Future<Outcome> outcome = start(order("l.2", "held.yml"));
        awaitHolding("l.2");
        AnsibleFixture.kill(fixture.process("l.2", "launch.py"));
        AnsibleFixture.kill(fixture.process("l.2", "--ident"));

        assertThat(fixture.playbooks().inquire("l.2")).isInstanceOf(Inquiry.Running.class);
        fixture.release("l.2");

        assertThatThrownBy(() -> outcome.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InDoubt.class);
        assertThat(fixture.playbooks().inquire("l.2"))
                .isInstanceOfSatisfying(
                        Inquiry.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("'hold'"));
        assertThat(fixture.marks("l.2")).startsWith("A");
    }

    @Test
    void withoutAnsibleRunnerNothingStartsAndTheReasonSaysSo() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("python3"), Path.of("/usr/bin/python3"));
        var home = fixture.home();
        var bare = new AnsibleHome(
                home.project(), home.inventory(), home.workdir(), home.userHome(), tools.toString(), home.limits());

        Outcome outcome =
                new AnsiblePlaybooks(bare, text -> text, System::nanoTime).run(order("n.1", "ok.yml"), log::add);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("ansible-runner or ansible-playbook is not on the PATH"));
        assertThat(fixture.claim("n.1").folder()).doesNotExist();
    }

    private Outcome ended(Future<Outcome> launch) throws Exception {
        try {
            return launch.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(InDoubt.class);
            return Outcome.failed("refused");
        }
    }

    private Future<Outcome> start(Order order) {
        return threads.submit(() -> fixture.playbooks().run(order, log::add));
    }

    private Order order(String ident, String playbook) {
        return new Order(
                ident, playbook, fixture.variables(ident), Duration.ofSeconds(60), Duration.ofSeconds(90), false);
    }

    /** Killed it is at once; when its new parent gets to burying it is not our matter. */
    private static boolean isGone(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException gone) {
            return true;
        }
    }

    private static void awaitGone(long pid) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isGone(pid));
    }

    /** The task is at work and its event is written: what ansible-runner is told of, it writes down a little later. */
    private void awaitHolding(String ident) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> Files.exists(Path.of(fixture.marker(ident) + ".holding"))
                        && log.stream().anyMatch(event -> event.task().equals("hold")));
    }

    private void awaitMarks(String ident, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> fixture.marks(ident).size() == count);
    }
}
