package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * What a run can see beyond itself when it looks for what is next.
 *
 * @param now the service's clock
 * @param free whether a resource is held by nobody else (R6)
 */
public record Surroundings(Instant now, Predicate<String> free) {

    /** Nothing else is going on. */
    public static Surroundings at(Instant now) {
        return new Surroundings(now, resource -> true);
    }
}
