package tw.xuhang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.home.Home;

/**
 * MariaDB as a part of the program: set up on first use, started with the service, started again when it dies,
 * stopped with it. Only this process knows the password, and it listens on loopback alone.
 *
 * <p>The caller holds the {@link HomeLock} of the home. Thread-safe.
 */
public final class EmbeddedDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Installation installation;
    private final CompletableFuture<Address> started = new CompletableFuture<>();
    private final Thread supervisor;
    private volatile boolean stopping;
    private volatile @Nullable Mariadbd running;

    private EmbeddedDatabase(Home home) {
        installation = new Installation(home.directory("db"));
        supervisor = Thread.ofPlatform().name("mariadbd-supervisor").daemon().unstarted(this::supervise);
    }

    /** Returns at once; {@link #address()} waits until it is up. */
    public static EmbeddedDatabase starting(Home home) {
        EmbeddedDatabase database = new EmbeddedDatabase(home);
        database.supervisor.start();
        return database;
    }

    /** How to reach the one that another process runs on this home; empty when it was never started there. */
    public static Optional<Address> running(Home home) {
        return Installation.known(home.path().resolve("db"));
    }

    @Override
    public Address address() {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DatabaseFailed failed ? failed : new DatabaseFailed("cannot start", e);
        }
    }

    /** Where the binaries, data and log lie. */
    public Path directory() {
        return installation.db();
    }

    private void supervise() {
        try {
            long begun = System.nanoTime();
            installation.prepare();
            Mariadbd first = start();
            LOG.info("MariaDB is up after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            started.complete(installation.address());
            keepRunning(first);
        } catch (IOException e) {
            started.completeExceptionally(new DatabaseFailed(
                    "cannot start the embedded MariaDB: " + e.getMessage() + "; see "
                            + installation.db().resolve("mariadbd.log"),
                    e));
        } catch (DatabaseFailed e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            started.completeExceptionally(new DatabaseFailed("stopped while starting", e));
            Thread.currentThread().interrupt();
        }
    }

    private Mariadbd start() throws IOException, InterruptedException {
        Predecessor.awaitGone(installation.db(), Duration.ofSeconds(10));
        Path init = installation.writeInit();
        Mariadbd fresh = Mariadbd.start(installation.binaries(), installation.db(), installation.port(), init);
        running = fresh;
        try {
            fresh.awaitGreeting(BOOT);
        } catch (IOException e) {
            fresh.stop(STOP);
            throw e;
        } finally {
            Files.deleteIfExists(init);
        }
        return fresh;
    }

    private void keepRunning(Mariadbd first) throws InterruptedException {
        Mariadbd current = first;
        while (true) {
            int status = current.onExit().join().exitValue();
            if (stopping) {
                return;
            }
            LOG.error("mariadbd ended with status {}; starting it again", status);
            current = startAgain(current);
        }
    }

    private Mariadbd startAgain(Mariadbd dead) throws InterruptedException {
        Duration pause = Duration.ofMillis(100);
        while (true) {
            try {
                dead.stop(Duration.ZERO);
                Mariadbd fresh = start();
                LOG.info("MariaDB is up again");
                return fresh;
            } catch (IOException e) {
                LOG.error("MariaDB does not start again: {}; trying again in {}", e.getMessage(), pause);
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Stops mariadbd cleanly; pools that use it should be closed by then. */
    @Override
    public void close() {
        stopping = true;
        Mariadbd current = running;
        try {
            if (current != null) {
                current.stop(STOP);
            }
            supervisor.interrupt();
            supervisor.join(STOP);
        } catch (IOException e) {
            LOG.warn("MariaDB was not told to stop; it will when this process ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
