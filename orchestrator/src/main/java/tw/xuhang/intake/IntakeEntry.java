package tw.xuhang.intake;

import java.util.Map;

/** The facts of a signal's stream. */
public sealed interface IntakeEntry {

    /**
     * @param outcome name of the {@link Disposition}
     * @param incident number of the case, or empty
     */
    record Disposed(Outcome outcome, String incident, String code, Map<String, String> args) implements IntakeEntry {
        public Disposed {
            args = Map.copyOf(args);
        }
    }

    /** The dispositions by name. */
    enum Outcome {
        STARTED,
        JOINED,
        HELD,
        SUPPRESSED,
        RECORDED
    }

    static Disposed of(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Started started -> disposed(Outcome.STARTED, started.incident(), started);
            case Disposition.Joined joined -> disposed(Outcome.JOINED, joined.incident(), joined);
            case Disposition.Held held -> disposed(Outcome.HELD, "", held);
            case Disposition.Suppressed suppressed -> disposed(Outcome.SUPPRESSED, "", suppressed);
            case Disposition.Recorded recorded -> disposed(Outcome.RECORDED, "", recorded);
        };
    }

    private static Disposed disposed(Outcome outcome, String incident, Disposition disposition) {
        return new Disposed(
                outcome,
                incident,
                disposition.reason().code(),
                disposition.reason().args());
    }
}
