package tw.xuhang.task.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.task.TaskEntry;

/** The names that the facts of a task have in the journal, for good. */
public final class TaskFacts {

    private TaskFacts() {}

    public static EntryCodec<TaskEntry> codec() {
        return JacksonCodec.of(TaskEntry.class)
                .type("task.opened", TaskEntry.Opened.class)
                .type("task.ended", TaskEntry.Ended.class)
                .type("task.withdrawn", TaskEntry.Withdrawn.class)
                .build();
    }
}
