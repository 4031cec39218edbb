package tw.xuhang.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;

/** Opens tasks and takes what people say of them. */
public final class Tasks {

    private final Book<TaskEntry, Task> book;

    public Tasks(Journal journal, EntryCodec<TaskEntry> codec) {
        book = new Book<>(journal, "task", codec, Task.BLANK, Task::after);
    }

    public Task read(String id) {
        return book.open(id).state().named(id);
    }

    /** Opens the task; a second time changes nothing. */
    public void open(String id, TaskEntry.Opened opened) {
        open(id, opened, Actor.SYSTEM);
    }

    /** Opens a task that a person thought of; a second time changes nothing. */
    public void open(String id, TaskEntry.Opened opened, Actor by) {
        book.decide(
                id,
                opened.incident(),
                by,
                task -> new Book.Decided<>(
                        task.opened().isPresent() ? List.<TaskEntry>of() : List.of(opened), Boolean.TRUE));
    }

    /** What became of a person's word about a task. */
    public sealed interface Told {
        record Taken() implements Told {}

        /** Somebody ended it before, or it was withdrawn. */
        record Over(Task task) implements Told {}

        /** Fields that must be filled in, or a reason that must be given. */
        record Missing(List<String> fields) implements Told {
            public Missing {
                fields = List.copyOf(fields);
            }
        }

        record Unknown() implements Told {}
    }

    public Told end(String id, TaskEntry.Ended ended, Actor actor) {
        Task now = read(id);
        if (now.opened().isEmpty()) {
            return new Told.Unknown();
        }
        String incident = now.opened().get().incident();
        return book.decide(id, incident, actor, task -> decide(task, ended));
    }

    private static Book.Decided<TaskEntry, Told> decide(Task task, TaskEntry.Ended ended) {
        if (!task.isOpen()) {
            return Book.Decided.refused(new Told.Over(task));
        }
        List<String> missing = missing(task.opened().orElseThrow(), ended);
        return missing.isEmpty()
                ? new Book.Decided<>(List.of(ended), new Told.Taken())
                : Book.Decided.refused(new Told.Missing(missing));
    }

    private static List<String> missing(TaskEntry.Opened opened, TaskEntry.Ended ended) {
        if (ended.ending() != TaskEntry.Ending.DONE) {
            return ended.reason().isBlank() ? List.of("reason") : List.of();
        }
        var missing = new ArrayList<String>();
        for (Map.Entry<String, String> field : opened.record().entrySet()) {
            boolean optional = field.getValue().startsWith("optional");
            if (!optional && ended.fields().getOrDefault(field.getKey(), "").isBlank()) {
                missing.add(field.getKey());
            }
        }
        return missing;
    }

    public void withdraw(String id, String why) {
        Task now = read(id);
        now.opened()
                .ifPresent(opened -> book.decide(
                        id,
                        opened.incident(),
                        Actor.SYSTEM,
                        task -> new Book.Decided<>(
                                task.isOpen() ? List.<TaskEntry>of(new TaskEntry.Withdrawn(why)) : List.of(),
                                Boolean.TRUE)));
    }
}
