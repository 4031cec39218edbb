package tw.xuhang.task.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.execution.store.Mail;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.task.TaskEntry;

/** Tells the run that waits for a task how a person ended it, in the transaction that records it (R2). */
public final class TaskAnswers implements Reaction {

    private final EntryCodec<TaskEntry> codec;

    public TaskAnswers(EntryCodec<TaskEntry> codec) {
        this.codec = codec;
    }

    private record Waiter(String run, String step, AttemptId attempt) {}

    @Override
    public Set<String> kinds() {
        return Set.of("task");
    }

    @Override
    public void react(Connection connection, Entry entry) throws SQLException {
        if (codec.read(entry) instanceof TaskEntry.Ended ended) {
            Optional<Waiter> waiter = waiter(connection, entry.stream().key());
            if (waiter.isPresent()) {
                Mail.post(connection, waiter.get().run(), post(ended, waiter.get()), entry.recordedAt());
            }
        }
    }

    private static Post post(TaskEntry.Ended ended, Waiter waiter) {
        return switch (ended.ending()) {
            case DONE -> told(waiter, new Outcome.Succeeded(ended.fields()));
            case FAILED -> told(waiter, new Outcome.Failed(ended.reason(), ended.fields()));
            case SKIPPED -> new Post.Decide(waiter.step(), RunEntry.Decision.SKIP, ended.by(), ended.reason());
        };
    }

    private static Post told(Waiter waiter, Outcome outcome) {
        return new Post.Reported(waiter.step(), waiter.attempt(), outcome);
    }

    private static Optional<Waiter> waiter(Connection open, String task) throws SQLException {
        try (PreparedStatement select = open.prepareStatement(
                "SELECT run, step, attempt_stream, attempt FROM task WHERE id = ? AND run <> ''")) {
            select.setString(1, task);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Waiter(
                                row.getString(1), row.getString(2), new AttemptId(row.getString(3), row.getLong(4))))
                        : Optional.empty();
            }
        }
    }
}
