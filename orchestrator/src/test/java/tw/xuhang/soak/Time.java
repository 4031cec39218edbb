package tw.xuhang.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that passes because work takes some, or because a death comes when it comes: nothing is awaited here. */
final class Time {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Time() {}

    static void pass(Duration time) throws InterruptedException {
        if (NEVER.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("never came");
        }
    }

    static void pass(long ms) throws InterruptedException {
        pass(Duration.ofMillis(ms));
    }
}
