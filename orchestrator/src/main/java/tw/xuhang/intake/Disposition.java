package tw.xuhang.intake;

import static java.util.Objects.requireNonNull;

/** What became of a signal. Each signal has exactly one. */
public sealed interface Disposition {

    Reason reason();

    /** A case was opened for it. */
    record Started(String incident, Reason reason) implements Disposition {
        public Started {
            requireNonNull(incident, "incident is null");
            requireNonNull(reason, "reason is null");
        }
    }

    /** It belongs to an open case. */
    record Joined(String incident, Reason reason) implements Disposition {
        public Joined {
            requireNonNull(incident, "incident is null");
            requireNonNull(reason, "reason is null");
        }
    }

    /** A person has to judge it. */
    record Held(Reason reason) implements Disposition {
        public Held {
            requireNonNull(reason, "reason is null");
        }
    }

    /** It is true but raises nothing, e.g. announced work. */
    record Suppressed(Reason reason) implements Disposition {
        public Suppressed {
            requireNonNull(reason, "reason is null");
        }
    }

    /** It is kept and concerns no case, e.g. a test. */
    record Recorded(Reason reason) implements Disposition {
        public Recorded {
            requireNonNull(reason, "reason is null");
        }
    }
}
