package tw.xuhang.soak;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Lets one node live again and again, each time up to a moment of chance; the last life stays. */
final class Reaper implements AutoCloseable {

    /** What may happen to it. */
    record Fate(int shortestMs, int longestMs, int absentMs, int frozenMs, double freezes) {

        /**
         * Always there, and dead soon: also before it is up.
         *
         * @param startMs what it takes to be up
         */
        static Fate restless(int startMs) {
            return new Fate(0, 2 * startMs + 500, 0, 2500, 0.05);
        }

        /** Comes and goes, stays away or still for so long that the other takes its runs, and comes back. */
        static final Fate FITFUL = new Fate(200, 9000, 22_000, 22_000, 0.35);
    }

    interface Begin {
        Life life(int number) throws IOException;
    }

    private final Fate fate;
    private final Random random;
    private final Begin begin;
    private final AtomicInteger lives;
    private final Runnable killed;
    private final BooleanSupplier over;
    private final Thread thread;
    private volatile Life life;
    private volatile String trouble = "";
    private int frozen;

    /**
     * @param lives counts the lives of all nodes
     * @param killed told after each death
     * @param over whether the life under way is to be the last
     */
    Reaper(Fate fate, long seed, Begin begin, AtomicInteger lives, Runnable killed, BooleanSupplier over)
            throws IOException {
        this.fate = fate;
        this.random = new Random(seed);
        this.begin = begin;
        this.lives = lives;
        this.killed = killed;
        this.over = over;
        this.life = begin.life(lives.incrementAndGet());
        this.thread = Thread.ofPlatform().name("reaper").start(this::reap);
    }

    private void reap() {
        try {
            while (!over.getAsBoolean()) {
                pass(between(fate.shortestMs(), fate.longestMs()));
                if (random.nextDouble() < fate.freezes()) {
                    life.freeze();
                    frozen++;
                    pass(between(50, fate.frozenMs()));
                    life.thaw();
                    pass(between(0, fate.longestMs() / 2));
                }
                if (over.getAsBoolean()) {
                    return;
                }
                life.kill();
                killed.run();
                if (fate.absentMs() > 0 && random.nextInt(4) == 0) {
                    pass(between(0, fate.absentMs()));
                }
                life = begin.life(lives.incrementAndGet());
            }
        } catch (IOException | RuntimeException e) {
            trouble = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long between(int least, int most) {
        return least + (long) (random.nextDouble() * (most - least));
    }

    /** Shorter where nothing is to be killed any more. */
    private void pass(long ms) throws InterruptedException {
        long until = System.nanoTime() + ms * 1_000_000;
        while (System.nanoTime() < until && !over.getAsBoolean()) {
            Time.pass(Math.max(1, Math.min(20, (until - System.nanoTime()) / 1_000_000)));
        }
    }

    boolean reaps() {
        return thread.isAlive();
    }

    /** What ended this reaper before its time, e.g. a node that died by itself; empty: nothing. */
    String trouble() {
        return trouble;
    }

    int frozen() {
        return frozen;
    }

    /** Waits until the last life is under way. */
    void join() throws InterruptedException {
        thread.join();
    }

    @Override
    public void close() {
        thread.interrupt();
        life.close();
    }
}
