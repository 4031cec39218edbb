package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.store.Reaction;

/** A run that begins belongs to the node that began it; one that has ended belongs to nobody and gets no mail. */
public final class OnDuty implements Reaction {

    /** Under which the node that begins a run owns it, without a transaction more. */
    static final long FIRST_EPOCH = 1;

    /** The duty first: who posts holds its row ({@link Mail#post}), so no mail comes after the mail is gone. */
    private static final List<String> ALL_OF_A_RUN = List.of("run_duty", "run_mail", "resource_wait", "resource_claim");

    private final String node;

    public OnDuty(String node) {
        this.node = node;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("run");
    }

    @Override
    public void react(Connection connection, Entry entry) throws SQLException {
        switch (entry.type()) {
            case "run.began" -> begin(connection, entry);
            case "run.ended" -> end(connection, entry.stream().key());
            default -> {}
        }
    }

    private void begin(Connection open, Entry entry) throws SQLException {
        try (PreparedStatement insert =
                        open.prepareStatement("INSERT INTO run_duty (run, incident, owner) VALUES (?, ?, ?)");
                PreparedStatement own =
                        open.prepareStatement("UPDATE journal_head SET epoch = ?, owner = ? WHERE stream = ?")) {
            insert.setString(1, entry.stream().key());
            insert.setString(2, entry.incident());
            insert.setString(3, node);
            insert.executeUpdate();
            own.setLong(1, FIRST_EPOCH);
            own.setString(2, node);
            own.setString(3, entry.stream().value());
            own.executeUpdate();
        }
    }

    private static void end(Connection open, String run) throws SQLException {
        for (String table : ALL_OF_A_RUN) {
            try (PreparedStatement delete = open.prepareStatement("DELETE FROM " + table + " WHERE run = ?")) {
                delete.setString(1, run);
                delete.executeUpdate();
            }
        }
    }
}
