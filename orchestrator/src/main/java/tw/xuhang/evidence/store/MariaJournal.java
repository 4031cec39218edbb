package tw.xuhang.evidence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/** The journal on MariaDB, with transactions of its own. */
public final class MariaJournal implements Journal {

    private final DataSource writing;
    private final DataSource reading;
    private final Ledger ledger;
    private final InstantSource clock;

    /** @param writing pool whose connections do not commit by themselves; others work, two statements slower */
    public MariaJournal(DataSource writing, DataSource reading, Ledger ledger, InstantSource clock) {
        this.writing = writing;
        this.reading = reading;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws JournalUnavailable the database does not answer */
    @Override
    public List<Entry> read(StreamId stream) {
        try (Connection connection = reading.getConnection()) {
            return EntryRows.ofStream(connection, stream).stream()
                    .map(StoredEntry::entry)
                    .toList();
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    /**
     * One statement, however many streams.
     *
     * @throws JournalUnavailable the database does not answer
     */
    @Override
    public Map<StreamId, List<Entry>> read(Collection<StreamId> streams) {
        if (streams.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = reading.getConnection()) {
            return EntryRows.ofStreams(connection, streams).stream()
                    .map(StoredEntry::entry)
                    .collect(Collectors.groupingBy(Entry::stream));
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    /**
     * A deadlock or a lock held too long is answered like a moved head: everything is rolled back, read again.
     *
     * @throws JournalUnavailable the database does not answer; whether the append took place is unknown
     */
    @Override
    public Appended append(List<Addition> additions, Actor actor) {
        try (Connection connection = writing.getConnection()) {
            Written written = Transaction.run(
                    connection,
                    open -> ledger.append(
                            open, additions, actor, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                    Written.Done.class::isInstance);
            return switch (written) {
                case Written.Done done -> {
                    ledger.committed(done.entries());
                    yield new Appended.Done(done.entries());
                }
                case Written.Moved moved -> new Appended.Moved(moved.stream());
                case Written.Fenced fenced -> new Appended.Moved(fenced.stream());
            };
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.CONFLICT) {
                return new Appended.Moved(additions.getFirst().stream());
            }
            throw Trouble.raise(e);
        }
    }
}
