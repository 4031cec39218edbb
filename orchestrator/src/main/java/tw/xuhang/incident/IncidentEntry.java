package tw.xuhang.incident;

import java.time.Instant;
import java.util.Map;
import tw.xuhang.runbook.Mode;

/** One fact about a case. */
public sealed interface IncidentEntry {

    /**
     * @param subject what is in trouble, e.g. {@code uplink/main}
     * @param began when the trouble began, as far as was seen; not when anybody knew (K1)
     * @param source of the signal or report that opened it
     */
    record Opened(
            String number, IncidentKind kind, String subject, String title, Instant began, Mode mode, String source)
            implements IncidentEntry {}

    /** Another signal about the same trouble. */
    record Joined(String source, String subject, String title) implements IncidentEntry {}

    /**
     * A person knows. The statutory clocks start here (K1).
     *
     * @param basis how, e.g. {@code answered}, {@code reported}
     */
    record MadeAware(Instant at, String basis, String by) implements IncidentEntry {}

    /** A runbook works on it. */
    record RunBegan(String run, String runbook, String version, Map<String, String> parameters, String reason)
            implements IncidentEntry {
        public RunBegan {
            parameters = Map.copyOf(parameters);
        }
    }

    record RunEnded(String run, String ending, String note) implements IncidentEntry {}

    /** A run that a step of another run would have begun, and that now never begins (R3). */
    record RunGivenUp(String run, String step) implements IncidentEntry {}

    record Reached(Phase phase, String why) implements IncidentEntry {}

    /** A line written by a person; {@code at} may lie before it was recorded. */
    record Noted(Instant at, String text, String by) implements IncidentEntry {}
}
