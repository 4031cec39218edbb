package tw.xuhang.wiring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import tw.xuhang.execution.Crew;

/** A virtual thread for each piece of work. */
final class VirtualCrew implements Crew, AutoCloseable {

    private final ExecutorService hands = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("work-", 1).factory());

    @Override
    public void execute(Runnable task) {
        try {
            hands.execute(task);
        } catch (RejectedExecutionException e) {
            // The service stops: what is not begun is found in the journal by the next life.
            assert hands.isShutdown();
        }
    }

    @Override
    public void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, this)
                .execute(task);
    }

    /** Interrupts what is under way: its playbooks live on in sessions of their own. */
    @Override
    public void close() {
        hands.shutdownNow();
    }
}
