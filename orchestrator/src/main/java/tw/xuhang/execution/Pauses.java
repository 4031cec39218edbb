package tw.xuhang.execution;

import java.time.Duration;

/** How long to wait before what failed is tried again: 1 s, then twice as long each time, up to 30 s. */
final class Pauses {

    private static final int STEEPEST = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Pauses() {}

    /** @param failures in a row before this one */
    static Duration after(int failures) {
        Duration grown = Duration.ofSeconds(1L << Math.min(failures, STEEPEST));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }
}
