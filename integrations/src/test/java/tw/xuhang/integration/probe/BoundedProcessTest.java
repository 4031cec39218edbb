package tw.xuhang.integration.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.integration.probe.BoundedProcess.End;

class BoundedProcessTest {

    private static final Duration PLENTY = Duration.ofSeconds(20);

    @TempDir
    Path scratch;

    @Test
    void whatOutlivesItsTimeIsKilledWithItsDescendants() throws Exception {
        End end = BoundedProcess.run(List.of("sh", "-c", "sleep 300 & echo $!; wait"), Duration.ofMillis(500));
        assertThat(end).isInstanceOf(End.Killed.class);
        awaitGone(Long.parseLong(end.output().strip()));
    }

    @Test
    void anInterruptedCallerLeavesNothingRunning() throws Exception {
        Path pid = scratch.resolve("pid");
        List<String> command =
                List.of("sh", "-c", "echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; sleep 300");
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                BoundedProcess.run(command, PLENTY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> Files.exists(pid));
        caller.interrupt();
        caller.join();
        awaitGone(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test
    void aStrayDescendantThatHoldsThePipeDoesNotHoldTheCaller() throws Exception {
        End end = BoundedProcess.run(List.of("sh", "-c", "sleep 300 & echo $!"), PLENTY);
        ProcessHandle stray =
                ProcessHandle.of(Long.parseLong(end.output().strip())).orElseThrow();
        try {
            assertThat(end)
                    .isInstanceOfSatisfying(
                            End.Exited.class,
                            exited -> assertThat(exited.code()).isZero());
            assertThat(stray.isAlive()).isTrue();
        } finally {
            stray.destroyForcibly();
        }
    }

    @Test
    void outputIsCut() throws Exception {
        End end = BoundedProcess.run(List.of("sh", "-c", "yes | head -c 1000000"), PLENTY);
        assertThat(end).isInstanceOf(End.Exited.class);
        assertThat(end.output()).hasSize(4096);
    }

    @Test
    void theServicesEnvironmentStaysHere() throws Exception {
        End end = BoundedProcess.run(List.of("env"), PLENTY);
        assertThat(end.output().lines().map(line -> line.substring(0, line.indexOf('='))))
                .containsOnly("PATH", "LC_ALL");
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> BoundedProcess.run(List.of("no-such-program-here"), PLENTY))
                .withMessageContaining("no-such-program-here")
                .withCauseInstanceOf(IOException.class);
    }

    /** A process that is dead but not yet reaped has no command any more. */
    private static void awaitGone(long pid) {
        await().until(() ->
                ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isEmpty());
    }
}
