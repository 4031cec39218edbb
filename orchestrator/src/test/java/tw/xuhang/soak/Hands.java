package tw.xuhang.soak;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tw.xuhang.execution.Crew;

/** A virtual thread for each piece of work, as in the service. */
final class Hands implements Crew {

    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void execute(Runnable task) {
        hands.execute(task);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, hands)
                .execute(task);
    }
}
