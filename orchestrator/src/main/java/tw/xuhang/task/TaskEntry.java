package tw.xuhang.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.Text;

/** One fact about a task. */
public sealed interface TaskEntry {

    /**
     * @param role whose task it is
     * @param run the run that waits for it, or empty
     * @param attempt seq of the step's start, with {@code attemptStream} the attempt that waits
     * @param record fields to fill in: name → form, as in the runbook
     */
    record Opened(
            String incident,
            String role,
            Text title,
            List<Text> checklist,
            Map<String, String> record,
            Optional<Instant> due,
            String run,
            String step,
            String attemptStream,
            long attempt)
            implements TaskEntry {
        public Opened {
            checklist = List.copyOf(checklist);
            record = Map.copyOf(record);
        }
    }

    /**
     * @param happenedAt when it was done; may lie before it was recorded
     */
    record Ended(Ending ending, String reason, Map<String, String> fields, Instant happenedAt, String by)
            implements TaskEntry {
        public Ended {
            fields = Map.copyOf(fields);
        }
    }

    /** Its reason is gone, e.g. the vendor answered before anybody called. */
    record Withdrawn(String why) implements TaskEntry {}

    /** How a person ends a task. */
    enum Ending {
        DONE,
        FAILED,
        SKIPPED
    }
}
