package tw.xuhang.web.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty with a due time.
 *
 * @param doneAt when it was met, null while it is open
 * @param done who met it and how, empty while it is open
 */
public record Deadline(
        String name, Instant start, Instant due, @Nullable Instant doneAt, String done) {

    public boolean open() {
        return doneAt == null;
    }

    public Duration left(Instant now) {
        return Duration.between(now, due);
    }

    public Status status(Instant now) {
        if (doneAt != null) {
            return doneAt.isAfter(due) ? Status.FAILED : Status.DONE;
        }
        return now.isBefore(due) ? Status.WAITING : Status.FAILED;
    }
}
