package tw.xuhang.runbook.rehearsal;

import java.time.Duration;

/**
 * Something that happens beside the steps.
 *
 * @param at since the run began; what is already so when it begins is at zero
 */
public record Happening(Place place, Duration at, What what) {

    /** What it is. */
    public sealed interface What {

        /** A signal about the run's incident. */
        record Signal(String kind) implements What {}

        /** Another run holds the resource from now on (R6). */
        record Taken(String resource) implements What {}

        record Freed(String resource) implements What {}

        /** The leader has declared, outside of this run. */
        record Declared() implements What {}

        /** There will be no declaration. */
        record NotDeclared() implements What {}

        /** A person ends the run. */
        record Aborted(String reason) implements What {}
    }
}
