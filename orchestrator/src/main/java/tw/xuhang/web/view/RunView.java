package tw.xuhang.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: step n of m, its state, whether it is the viewer that must act.
 *
 * @param parent the run whose step this one does, null for a run of the case itself
 * @param children runs that its steps began, oldest first
 * @param version first characters of the runbook version's hash
 * @param usual how long it usually takes, null where nobody knows yet
 * @param trouble what failed, null while nothing did
 * @param pause null while nobody holds it up
 */
public record RunView(
        String id,
        String incident,
        @Nullable String parent,
        List<String> children,
        String name,
        String version,
        Mode mode,
        Badge state,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Duration usual,
        List<Step> steps,
        @Nullable Trouble trouble,
        List<Task> tasks,
        @Nullable Pause pause,
        boolean maySteer) {

    public RunView {
        children = List.copyOf(children);
        steps = List.copyOf(steps);
        tasks = List.copyOf(tasks);
    }

    public long count(Status status) {
        return steps.stream().filter(step -> step.state().status() == status).count();
    }

    public Duration elapsed(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt);
    }

    /**
     * A step.
     *
     * @param depth 0 for the run's own steps, more inside a parallel or a choice
     * @param log newest lines, oldest of them first
     * @param adHoc not in the plan
     */
    public record Step(
            String id,
            String number,
            int depth,
            String name,
            String kind,
            Badge state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int attempts,
            String note,
            List<LogLine> log,
            boolean active,
            boolean adHoc) {

        public Step {
            log = List.copyOf(log);
        }
    }

    /** A line of a step's output; secrets were taken out before it was stored. */
    public record LogLine(Instant at, Status status, String text) {}

    /** A step that failed or is in doubt, and what can be done. */
    public record Trouble(String step, String name, Badge state, String what, String advice, List<LogLine> last) {
        public Trouble {
            last = List.copyOf(last);
        }
    }

    /** Who holds the run up, by name. */
    public record Pause(String by, String reason, Instant since) {}

    /** A manual task that waits. */
    public record Task(
            String id,
            String name,
            String instruction,
            String who,
            @Nullable Instant due,
            List<String> checklist,
            List<Field> fields,
            boolean mine) {

        public Task {
            checklist = List.copyOf(checklist);
            fields = List.copyOf(fields);
        }
    }

    /** Something to fill in. */
    public record Field(String name, String label, String type, boolean required) {}
}
