package tw.xuhang.bench;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Work of which so much is done at a time. */
final class Pace {

    private static final double NANOS = 1e9;

    private Pace() {}

    /** Does the task so many times and returns when all are done. @return seconds it took */
    static double seconds(int times, int atOnce, Runnable task) throws InterruptedException {
        var slots = new Semaphore(atOnce);
        var left = new CountDownLatch(times);
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            slots.acquire();
            Thread.startVirtualThread(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    failures.add(e);
                } finally {
                    slots.release();
                    left.countDown();
                }
            });
        }
        left.await();
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return (System.nanoTime() - begun) / NANOS;
    }
}
