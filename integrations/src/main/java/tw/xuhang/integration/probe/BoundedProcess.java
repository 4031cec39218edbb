package tw.xuhang.integration.probe;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a program that must not outlive its time, fill memory, or learn what is in this service's environment. */
final class BoundedProcess {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedProcess.class);
    private static final int OUTPUT_BYTES = 4096;
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private BoundedProcess() {}

    /** How it ended. Output is standard output and error as they came, cut after 4 KiB. */
    sealed interface End {
        String output();

        record Exited(int code, String output) implements End {}

        /** Its time was over; it and all its descendants were killed. */
        record Killed(String output) implements End {}
    }

    /** @throws UncheckedIOException the program could not be started, e.g. it is not installed */
    static End run(List<String> command, Duration limit) throws InterruptedException {
        Process process = start(command);
        try {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().name("probe output").start(() -> read(process, output));
            boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                killTree(process.toHandle());
            }
            // Not for ever: a stray descendant, such as the shared connection of SSH, may hold the pipe open.
            reader.join(LAST_WORDS);
            String said = output.toString(StandardCharsets.UTF_8);
            return ended ? new End.Exited(process.exitValue(), said) : new End.Killed(said);
        } finally {
            killTree(process.toHandle());
        }
    }

    private static Process start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    /** Reads to the end, so that nobody is stopped by a full pipe, but keeps only the beginning. */
    private static void read(Process process, ByteArrayOutputStream output) {
        byte[] chunk = new byte[OUTPUT_BYTES];
        try (InputStream stream = process.getInputStream()) {
            for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
                output.write(chunk, 0, Math.min(length, OUTPUT_BYTES - output.size()));
            }
        } catch (IOException e) {
            LOG.debug("the output of a probe broke off", e); // as when it is killed: what it said until then counts
        }
    }

    /** The descendants are listed first: once the parent is gone nobody knows whose they were. */
    private static void killTree(ProcessHandle process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
