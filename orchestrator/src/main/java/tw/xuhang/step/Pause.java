package tw.xuhang.step;

import java.time.Duration;

/** Lets time pass between two tries within a step. */
@FunctionalInterface
public interface Pause {

    void last(Duration span) throws InterruptedException;
}
