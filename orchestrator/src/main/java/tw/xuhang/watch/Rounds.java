package tw.xuhang.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things again and again, each at its own pace on a thread of its own, until closed. */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final List<Thread> threads = new ArrayList<>();

    /** One round. Throwing ends the round, never the rounds. */
    @FunctionalInterface
    public interface Round {
        void make() throws InterruptedException;
    }

    public synchronized void every(String name, Duration pace, Round round) {
        threads.add(Thread.ofVirtual().name(name).start(() -> go(name, pace, round)));
    }

    private static void go(String name, Duration pace, Round round) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                Duration rest = made(name, round) ? pace.minusNanos(System.nanoTime() - begun) : AFTER_TROUBLE;
                Thread.sleep(rest.isNegative() ? Duration.ZERO : rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean made(String name, Round round) throws InterruptedException {
        try {
            round.make();
            return true;
        } catch (RuntimeException e) {
            // The watch must outlive every trouble of the database or of a program it calls.
            LOG.error("{}: this round failed, the next comes in {}", name, AFTER_TROUBLE, e);
            return false;
        }
    }

    @Override
    public synchronized void close() {
        threads.forEach(Thread::interrupt);
    }
}
