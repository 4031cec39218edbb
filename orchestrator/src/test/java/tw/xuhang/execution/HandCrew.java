package tw.xuhang.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** A queue of work that the test does by hand, in order or shuffled by a seed. */
public final class HandCrew implements Crew {

    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final Deque<Runnable> delayed = new ArrayDeque<>();
    private final Random random;

    public HandCrew(long seed) {
        random = new Random(seed);
    }

    @Override
    public void execute(Runnable task) {
        if (random.nextBoolean()) {
            ready.addLast(task);
        } else {
            ready.addFirst(task);
        }
    }

    @Override
    public void later(Duration delay, Runnable task) {
        delayed.add(task);
    }

    int putOff() {
        return delayed.size();
    }

    /** Works until only what was put off is left. */
    void workReady() {
        while (!ready.isEmpty()) {
            ready.removeFirst().run();
        }
    }

    /** Works until nothing is left; what was put off comes last. */
    public void workAll() {
        while (!ready.isEmpty() || !delayed.isEmpty()) {
            Runnable next = ready.isEmpty() ? delayed.removeFirst() : ready.removeFirst();
            next.run();
        }
    }
}
