package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import tw.xuhang.evidence.StoredEntry;

/**
 * Makes every read model anew from the first entry on, in the order of arrival and in one transaction: readers see the
 * old tables until it is done, and a failure leaves them as they were. No service may be writing meanwhile.
 */
public final class Rebuild {

    private static final int BATCH = 500;

    private final DataSource writing;
    private final List<ReadModel> models;

    public Rebuild(DataSource writing, List<ReadModel> models) {
        this.writing = writing;
        this.models = List.copyOf(models);
    }

    /** @return how many entries were read */
    public long run() {
        try (Connection connection = writing.getConnection()) {
            return Transaction.run(connection, this::replay, entries -> true);
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    private long replay(Connection open) throws SQLException {
        for (ReadModel model : models) {
            model.clear(open);
        }
        long last = last(open);
        long entries = 0;
        for (long position = 0; position < last; position += BATCH) {
            for (StoredEntry stored : EntryRows.between(open, position, position + BATCH)) {
                apply(open, stored);
                entries++;
            }
        }
        return entries;
    }

    private void apply(Connection open, StoredEntry stored) throws SQLException {
        for (ReadModel model : models) {
            if (model.kinds().contains(stored.stream().kind())) {
                model.apply(open, stored.entry());
            }
        }
    }

    private static long last(Connection open) throws SQLException {
        try (PreparedStatement select = open.prepareStatement("SELECT COALESCE(MAX(position), 0) FROM journal_entry");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
