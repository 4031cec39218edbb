package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a run can see beyond itself when it looks for what is next.
 *
 * @param now the service's clock
 * @param free whether a resource is held by nobody else (R6)
 * @param picture looked at only where a condition asks
 */
public record Surroundings(Instant now, Predicate<String> free, Supplier<Picture> picture) {

    /** Everything works. */
    public Surroundings(Instant now, Predicate<String> free) {
        this(now, free, () -> Picture.CALM);
    }

    /** Nothing else is going on. */
    public static Surroundings at(Instant now) {
        return new Surroundings(now, resource -> true);
    }
}
