package tw.xuhang.signal;

import java.time.Instant;

/**
 * What one observation means for a line. {@link Down}, {@link BackUp} and {@link Steady} are said once,
 * when they come true; the others may be said again and again.
 */
public sealed interface LinkVerdict {

    /** It answers, as it did. */
    record StillUp() implements LinkVerdict {}

    /** It fails, but not often enough to be believed: {@code failing} of {@code needed}. */
    record Suspected(int failing, int needed) implements LinkVerdict {}

    /** It is down, confirmed. The outage began with the first failure of the window, at {@code since}. */
    record Down(Instant since) implements LinkVerdict {}

    /** As before. */
    record StillDown(Instant since) implements LinkVerdict {}

    /** It fell once more before it was steady; {@code count} times since it last was. */
    record Flapping(int count) implements LinkVerdict {}

    /** It is down, but nobody may switch again before {@code until}. */
    record HeldDown(Instant until) implements LinkVerdict {}

    /** It answers again, since {@code at}. No reason yet to put traffic on it. */
    record BackUp(Instant at) implements LinkVerdict {}

    /** It answers since {@code since} and will be steady at {@code steadyAt} if that lasts. */
    record Recovering(Instant since, Instant steadyAt) implements LinkVerdict {}

    /** It answered without one failure for the time asked, since {@code since}: it may carry traffic. */
    record Steady(Instant since) implements LinkVerdict {}

    /** It is down as announced: nothing is raised, but redundancy is reduced until the window ends. */
    record Planned(PlannedWindow window) implements LinkVerdict {}

    /** The observation is older than the newest one, or the same again: nothing changes (I2). */
    record Stale(Instant newest) implements LinkVerdict {}
}
