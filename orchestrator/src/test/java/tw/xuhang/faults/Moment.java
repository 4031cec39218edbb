package tw.xuhang.faults;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * When the service is killed.
 *
 * @param inside what {@link DyingInside} looks for; empty where the moment shows from outside
 * @param seen whether it has come, as seen from outside
 * @param held whether playbooks are held in their middle until the service is there again
 */
record Moment(String name, Optional<String> inside, Predicate<Night> seen, boolean held) {

    /** No kill at all. */
    static final Moment NEVER = new Moment("never", Optional.empty(), night -> false, false);

    static Moment inside(String what) {
        return new Moment(what, Optional.of(what), night -> false, false);
    }

    static Moment outside(String name, Predicate<Night> seen) {
        return new Moment(name, Optional.empty(), seen, false);
    }

    Moment whileHeld() {
        return new Moment(name, inside, seen, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
