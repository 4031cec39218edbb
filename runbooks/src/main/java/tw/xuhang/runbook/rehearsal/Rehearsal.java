package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.Text;

/**
 * One way that a run of a runbook can go: what happens, and what the run must then do.
 *
 * @param name unique among the rehearsals of its runbook
 * @param runbook the runbook's key
 * @param alarm the signal that starts it; empty: by hand
 * @param about the case that the run belongs to
 * @param parameters those that differ from the runbook's presets
 * @param steps by step: what becomes of it, in this order
 * @param expected everything that the steps do, in this order
 */
public record Rehearsal(
        String name,
        String runbook,
        Text title,
        Optional<Alarm> alarm,
        Case about,
        Map<String, String> parameters,
        Map<String, List<Cue>> steps,
        List<Happening> happenings,
        List<Expected> expected,
        Outcome outcome) {

    public Rehearsal {
        parameters = Map.copyOf(parameters);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        happenings = List.copyOf(happenings);
        expected = List.copyOf(expected);
    }

    /** What conditions see as {@code incident}. */
    public record Case(String kind, String subject, String source) {}

    /** @param about attribute of the signal's subject → its value */
    public record Alarm(Place place, String signal, Map<String, String> about) {
        public Alarm {
            about = Map.copyOf(about);
        }
    }

    /** @param at since the run began; empty: whenever */
    public record Expected(Place place, String step, Change change, Optional<Duration> at) {

        @Override
        public String toString() {
            return step + " " + change.word()
                    + at.map(time -> " at " + Elapsed.print(time)).orElse("");
        }
    }

    /**
     * How the run ends.
     *
     * @param word {@code succeeded}, {@code partial}, {@code failed}, {@code aborted}, {@code closed as NAME}; or
     *     {@code open}: nothing is left to happen, and it still waits
     */
    public record Outcome(Place place, String word, Optional<Duration> at) {

        @Override
        public String toString() {
            return word + at.map(time -> " at " + Elapsed.print(time)).orElse("");
        }
    }
}
