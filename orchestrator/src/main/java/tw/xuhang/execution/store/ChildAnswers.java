package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.store.OpenStream;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.execution.ChildEnding;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;

/**
 * In the transaction that records a run's end: tells the run that waits for it, and calls off the runs that it waited
 * for itself. Whoever dies in between has done both or neither (R2).
 */
public final class ChildAnswers implements Reaction {

    private final EntryCodec<RunEntry> codec;

    public ChildAnswers(EntryCodec<RunEntry> codec) {
        this.codec = codec;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("run");
    }

    @Override
    public void react(Connection connection, Entry entry) throws SQLException {
        if (!entry.type().equals("run.ended")) {
            return;
        }
        String run = entry.stream().key();
        var ended = (RunEntry.Ended) codec.read(entry);
        Optional<AttemptId> attempt = Lineage.begunBy(run);
        if (attempt.isPresent()) {
            tell(connection, attempt.get(), run, ended, entry);
        }
        for (String child : openChildren(connection, run)) {
            Mail.post(connection, child, new Post.Abort("system", "run " + run + " has ended"), entry.recordedAt());
        }
    }

    private void tell(Connection open, AttemptId attempt, String run, RunEntry.Ended ended, Entry entry)
            throws SQLException {
        String parent = Lineage.parent(run).orElseThrow();
        Optional<Entry> start = OpenStream.at(open, StreamId.of("run", parent), attempt.seq());
        if (start.isPresent() && codec.read(start.get()) instanceof RunEntry.StepStarted started) {
            var report = new Post.Reported(started.step(), attempt, ChildEnding.outcome(run, ended));
            Mail.post(open, parent, report, entry.recordedAt());
        }
    }

    private static List<String> openChildren(Connection open, String parent) throws SQLException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT run FROM run_duty WHERE run LIKE ? ORDER BY run")) {
            select.setString(1, parent + "-%");
            var children = new ArrayList<String>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (Lineage.isChild(row.getString(1), parent)) {
                        children.add(row.getString(1));
                    }
                }
            }
            return children;
        }
    }
}
