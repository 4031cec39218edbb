package tw.xuhang.task;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.evidence.Book;

/** The sum of a task's facts. */
public record Task(
        String id,
        Optional<TaskEntry.Opened> opened,
        Instant openedAt,
        Optional<TaskEntry.Ended> ended,
        Optional<TaskEntry.Withdrawn> withdrawn) {

    static final Task BLANK = new Task("", Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty());

    public boolean isOpen() {
        return opened.isPresent() && ended.isEmpty() && withdrawn.isEmpty();
    }

    Task after(Book.Fact<TaskEntry> fact) {
        return switch (fact.what()) {
            case TaskEntry.Opened what -> new Task(id, Optional.of(what), fact.at(), ended, withdrawn);
            case TaskEntry.Ended what -> new Task(id, opened, openedAt, Optional.of(what), withdrawn);
            case TaskEntry.Withdrawn what -> new Task(id, opened, openedAt, ended, Optional.of(what));
        };
    }

    Task named(String key) {
        return new Task(key, opened, openedAt, ended, withdrawn);
    }
}
