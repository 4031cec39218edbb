package tw.xuhang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mariadbd that the last service on this home left behind. It is stopping already (its pipe broke), but two
 * on one data directory would ruin it, so its end is waited for.
 */
final class Predecessor {

    private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);

    private Predecessor() {}

    /** @param patience how long it may take to stop by itself, and again after each of TERM and KILL */
    static void awaitGone(Path db, Duration patience) throws IOException, InterruptedException {
        Optional<ProcessHandle> found = running(db);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle old = found.get();
        LOG.info("waiting for mariadbd {} of the service that ran before", old.pid());
        if (gone(old, patience)) {
            return;
        }
        LOG.warn("mariadbd {} does not stop by itself, sending TERM", old.pid());
        old.destroy();
        if (gone(old, patience)) {
            return;
        }
        LOG.warn("mariadbd {} does not stop, sending KILL; its log is replayed at the next start", old.pid());
        old.destroyForcibly();
        if (!gone(old, patience)) {
            throw new IOException("mariadbd " + old.pid() + " of an earlier start cannot be ended");
        }
    }

    /** By its pid file, but only where that process really works on our directory: pids are used again. */
    private static Optional<ProcessHandle> running(Path db) throws IOException {
        Path file = db.resolve("mariadbd.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String pid = Files.readString(file).strip();
        return pid.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(p -> worksOn(p, db))
                : Optional.empty();
    }

    private static boolean worksOn(ProcessHandle process, Path db) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return command.contains("--datadir=" + db.resolve("data"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) throws InterruptedException, IOException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }
}
