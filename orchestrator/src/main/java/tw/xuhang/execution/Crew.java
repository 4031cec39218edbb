package tw.xuhang.execution;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Hands that work for the engine: threads in the service, a queue that a test empties by hand. */
public interface Crew extends Executor {

    /** Runs the task after the delay, on any thread. */
    void later(Duration delay, Runnable task);
}
