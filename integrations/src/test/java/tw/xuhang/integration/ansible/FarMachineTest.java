package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Event;
import tw.xuhang.runbook.port.Playbooks.Order;

/** Playbooks on another machine, over real SSH. */
@Tag("docker")
final class FarMachineTest {

    private static final String SOME_OTHER_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n";

    @TempDir
    Path folder;

    private @Nullable FarMachine started;
    private final List<Event> log = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException, InterruptedException {
        started = new FarMachine(folder);
    }

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    private FarMachine far() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    @Test
    void aPlaybookWorksOnAMachineOverSsh() throws Exception {
        assertThat(run(Map.of())).isInstanceOf(Outcome.Succeeded.class);
        assertThat(far().marks().lines()).containsExactly("A", "B");
        assertThat(log).extracting(Event::host).contains("far");
    }

    @Test
    void aMachineThatDiesInTheMiddleFailsTheAttemptByName() throws Exception {
        var outcome = new CompletableFuture<Outcome>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(run(Map.of("hold", true)));
            } catch (InterruptedException | RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !far().marks().isEmpty());
        far().dies();
        assertThat(outcome.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.facts()).containsEntry("unreachable", "far"));
    }

    @Test
    void aMachineWithAnotherHostKeyThanTheOneOnFileIsNotTouched() throws Exception {
        far().knows(SOME_OTHER_KEY);
        assertThat(run(Map.of()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.facts()).containsEntry("unreachable", "far"));
        assertThat(far().marks()).isEmpty();
    }

    private Outcome run(Map<String, Object> variables) throws InterruptedException {
        var order = new Order("far.1", "far.yml", variables, Duration.ofSeconds(60), Duration.ofSeconds(90), false);
        return far().playbooks().run(order, log::add);
    }
}
