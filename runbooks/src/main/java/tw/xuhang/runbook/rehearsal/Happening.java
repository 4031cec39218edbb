package tw.xuhang.runbook.rehearsal;

import java.time.Duration;

/**
 * Something that happens beside the steps.
 *
 * @param at since the run began; what is already so when it begins is at zero
 */
public record Happening(Place place, Duration at, What what) {

    /** Whether it is the case already when the run begins. */
    boolean before() {
        return at.isZero()
                && switch (what) {
                    case What.Taken _, What.Away _, What.LineDown _, What.LimitReached _ -> true;
                    case What.Signal _,
                            What.Freed _,
                            What.Back _,
                            What.LineUp _,
                            What.Declared _,
                            What.NotDeclared _,
                            What.Aborted _ -> false;
                };
    }

    /** What it is. */
    public sealed interface What {

        /** A signal about the run's incident. */
        record Signal(String kind) implements What {}

        /** Another run holds the resource from now on (R6). */
        record Taken(String resource) implements What {}

        record Freed(String resource) implements What {}

        /** A service of the office is away from now on. */
        record Away(String service) implements What {}

        record Back(String service) implements What {}

        record LineDown(String line) implements What {}

        record LineUp(String line) implements What {}

        /** A service has reached its declaration limit. */
        record LimitReached() implements What {}

        /** The leader has declared, outside of this run. */
        record Declared() implements What {}

        /** There will be no declaration. */
        record NotDeclared() implements What {}

        /** A person ends the run. */
        record Aborted(String reason) implements What {}
    }
}
