package tw.xuhang.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.Chain;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalContract;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.testing.TestDatabase;

/** On MariaDB, with sessions eight hours off UTC so that a zone that slips in shows itself. */
class MariaJournalTest extends JournalContract {

    private final TestDatabase database;
    private final Pools pools;

    MariaJournalTest() {
        this.database = migrated();
        this.pools = database.pools("&sessionVariables=time_zone='-08:00',innodb_lock_wait_timeout=1&timezone=-08:00");
    }

    /** Where the contract is kept; asked for once, before anything else of the test is made. */
    TestDatabase migrated() {
        return TestDatabase.migrated();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Override
    protected Journal journal() {
        return journal(List.of(), List.of());
    }

    private Journal journal(List<ReadModel> models, List<Reaction> reactions) {
        return new MariaJournal(pools.work(), pools.reading(), ledger(models, reactions), clock);
    }

    private Ledger ledger(List<ReadModel> models, List<Reaction> reactions) {
        return new Ledger(() -> new Ledger.Followers(models, reactions, List.of(heard::addAll)));
    }

    @Test
    void timesLieInTheDatabaseAsUtc() throws SQLException {
        journal().append(addition(ONE, 0, "a"), LEADER);

        assertThat(ask("SELECT CAST(recorded_at AS CHAR) FROM journal_entry")).isEqualTo("2026-11-22 01:02:03.456789");
    }

    @Test
    void theStoredBytesGiveTheStoredHash() throws SQLException {
        journal().append(addition(ONE, 0, "續航", "b"), LEADER);
        journal().append(addition(ONE, 2, "c"), LEADER);

        try (Connection connection = pools.reading().getConnection()) {
            byte[] prev = Chain.genesis();
            for (StoredEntry entry : EntryRows.ofStream(connection, ONE)) {
                assertThat(entry.prevHash()).isEqualTo(prev);
                assertThat(entry.bodyHash()).isEqualTo(Chain.bodyHash(entry.salt(), entry.body()));
                assertThat(entry.hash()).isEqualTo(Chain.hash(entry));
                prev = entry.hash();
            }
        }
        assertThat(ask("SELECT LOWER(HEX(hash)) FROM journal_head"))
                .isEqualTo(journal().read(ONE).getLast().hash());
    }

    @Test
    void anEntryInTheSteadyStateCostsFourStatements() throws SQLException {
        Ledger ledger = ledger(List.of(), List.of());
        try (Connection connection = pools.work().getConnection()) {
            append(connection, ledger, 0);
            append(connection, ledger, 1);
            long before = questions(connection);
            append(connection, ledger, 2);
            // The question itself counts once.
            assertThat(questions(connection) - before - 1).isEqualTo(4);
        }
    }

    private void append(Connection connection, Ledger ledger, long head) throws SQLException {
        Written written = Transaction.run(
                connection,
                open -> ledger.append(open, List.of(addition(ONE, head, "x")), LEADER, clock.instant()),
                outcome -> true);
        ledger.committed(((Written.Done) written).entries());
    }

    private static long questions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    @Test
    void anOwnerOfAnOlderEpochIsFenced() throws SQLException {
        Ledger mine = ledger(List.of(), List.of());
        Ledger theirs = ledger(List.of(), List.of());
        assertThat(owned(mine, 0, 1)).isInstanceOf(Written.Done.class);
        assertThat(owned(mine, 1, 1)).isInstanceOf(Written.Done.class);

        OptionalLong epoch = inTransaction(open -> theirs.take(open, TWO, 1, "node-2"));
        assertThat(epoch).hasValue(2);
        OptionalLong late = inTransaction(open -> mine.take(open, TWO, 1, "node-1"));
        assertThat(late).isEmpty();

        assertThat(owned(mine, 2, 1)).isEqualTo(new Written.Fenced(TWO, 2));
        assertThat(owned(theirs, 2, 2)).isInstanceOf(Written.Done.class);
        assertThat(journal().read(TWO)).hasSize(3);
    }

    private Written owned(Ledger ledger, long head, long epoch) throws SQLException {
        Written written = inTransaction(
                open -> ledger.appendOwned(open, addition(TWO, head, "x"), epoch, LEADER, clock.instant()));
        if (written instanceof Written.Done done) {
            ledger.committed(done.entries());
        }
        return written;
    }

    private <T> T inTransaction(Transaction.Work<T> work) throws SQLException {
        try (Connection connection = pools.work().getConnection()) {
            return Transaction.run(connection, work, outcome -> !(outcome instanceof Written.Fenced));
        }
    }

    @Test
    void aReadModelOrReactionThatFailsTakesTheEntryWithIt() {
        Reaction broken = new Reaction() {
            @Override
            public Set<String> kinds() {
                return Set.of("incident");
            }

            @Override
            public void react(Connection connection, Entry entry) throws SQLException {
                throw new SQLException("no");
            }
        };
        assertThatThrownBy(() -> journal(List.of(), List.of(broken)).append(addition(ONE, 0, "a"), LEADER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(journal().read(ONE)).isEmpty();
        assertThat(journal(List.of(), List.of(broken)).append(addition(TWO, 0, "a"), LEADER))
                .isInstanceOf(Appended.Done.class);
    }

    @Test
    void aHeadThatIsLockedTooLongIsReadAgain() throws SQLException {
        journal().append(addition(ONE, 0, "a"), LEADER);
        try (Connection other = pools.work().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT * FROM journal_head FOR UPDATE");

            assertThat(journal().append(addition(ONE, 1, "b"), LEADER)).isEqualTo(new Appended.Moved(ONE));
            other.rollback();
        }
        assertThat(journal().append(addition(ONE, 1, "b"), LEADER)).isInstanceOf(Appended.Done.class);
    }

    @Test
    void twoAppendsOverTheSameStreamsNeverWaitCrosswise() throws Exception {
        Journal one = journal();
        Journal two = journal();
        Thread other = Thread.ofVirtual().start(() -> fill(two, TWO, ONE));
        fill(one, ONE, TWO);
        other.join();
        assertThat(one.read(ONE)).hasSize(40);
        assertThat(one.read(TWO)).hasSize(40);
    }

    private static void fill(Journal journal, StreamId first, StreamId second) {
        for (int done = 0; done < 20; ) {
            long a = journal.read(first).size();
            long b = journal.read(second).size();
            Appended appended = journal.append(List.of(addition(first, a, "x"), addition(second, b, "y")), LEADER);
            done += appended instanceof Appended.Done ? 1 : 0;
        }
    }

    @Test
    void aForgottenOrForgedHeadHashIsReadAgainUnderLock() throws SQLException {
        Journal mine = journal();
        mine.append(addition(ONE, 0, "a"), LEADER);
        TestDatabase.run(database.address(), "UPDATE journal_head SET hash = REPEAT('x', 32)");

        assertThat(mine.append(addition(ONE, 1, "b"), LEADER)).isInstanceOf(Appended.Done.class);
        assertThat(ask("SELECT prev_hash FROM journal_entry WHERE seq = 2")).isEqualTo("x".repeat(32));
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBe() throws SQLException {
        Pools gone = TestDatabase.unreachable();
        Journal journal = new MariaJournal(gone.work(), gone.reading(), ledger(List.of(), List.of()), clock);
        assertThatThrownBy(() -> journal.read(ONE)).isInstanceOf(JournalUnavailable.class);
        assertThatThrownBy(() -> journal.append(addition(ONE, 0, "a"), LEADER)).isInstanceOf(JournalUnavailable.class);
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(database.address());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
