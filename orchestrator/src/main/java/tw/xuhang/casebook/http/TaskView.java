package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.runbook.Text;
import tw.xuhang.task.Task;
import tw.xuhang.task.TaskEntry;

/**
 * A task of a person.
 *
 * @param state {@code open}, {@code done}, {@code failed}, {@code skipped} or {@code withdrawn}
 * @param record fields to fill in: name → form
 */
@Introspected
record TaskView(
        String id,
        String incident,
        String run,
        String step,
        String role,
        Text title,
        String state,
        List<Text> checklist,
        Map<String, String> record,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Ended ended) {

    /**
     * How it ended.
     *
     * @param happenedAt when it was done, which may lie before it was recorded
     */
    @Introspected
    record Ended(String by, String reason, Map<String, String> fields, Instant happenedAt) {}

    static TaskView of(Task task) {
        TaskEntry.Opened opened = task.opened().orElseThrow();
        return new TaskView(
                task.id(),
                opened.incident(),
                opened.run(),
                opened.step(),
                opened.role(),
                opened.title(),
                state(task),
                opened.checklist(),
                opened.record(),
                task.openedAt(),
                opened.due().orElse(null),
                task.ended()
                        .map(e -> new Ended(e.by(), e.reason(), e.fields(), e.happenedAt()))
                        .orElse(null));
    }

    static String state(Task task) {
        return task.ended()
                .map(ended -> Word.of(ended.ending()))
                .orElse(task.withdrawn().isPresent() ? "withdrawn" : "open");
    }
}
