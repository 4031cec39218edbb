package tw.xuhang.execution.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.RunStoreContract;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.SettableClock;

class MariaRunStoreTest extends RunStoreContract {

    private static final String POSTING =
            "information_schema.processlist WHERE command <> 'Sleep' AND info LIKE 'INSERT INTO run_mail%'";

    private final TestDatabase database;
    private final Pools pools;
    private final EntryCodec<RunEntry> codec = RunFacts.codec();
    private final SettableClock clock = new SettableClock(NIGHT);
    private final MariaRunStore one;

    MariaRunStoreTest() {
        this.database = migrated();
        this.pools = database.pools("&sessionVariables=time_zone='-08:00'&timezone=-08:00");
        this.one = store("node-1");
    }

    /** Where the contract is kept; asked for once, before anything else of the test is made. */
    TestDatabase migrated() {
        return TestDatabase.migrated();
    }

    @Override
    protected RunStore away() {
        try {
            return store("node-1", TestDatabase.unreachable());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private MariaRunStore store(String node) {
        return store(node, pools);
    }

    private MariaRunStore store(String node, Pools pools) {
        Ledger ledger = ledger(node);
        Journal journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);
        return new MariaRunStore(pools.work(), pools.reading(), ledger, journal, codec, node, clock);
    }

    private Ledger ledger(String node) {
        return new Ledger(
                () -> new Ledger.Followers(List.of(new RunModel(codec)), List.of(new OnDuty(node)), List.of()));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Override
    protected RunStore store() {
        return one;
    }

    @Override
    protected void begin(String run, RunEntry.Began began) {
        Journal journal = new MariaJournal(pools.work(), pools.reading(), ledger("node-1"), clock);
        journal.append(
                new Journal.Addition(StreamId.of("run", run), 0, began.incident(), List.of(codec.write(began))),
                Actor.SYSTEM);
    }

    private void beginOne() {
        begin("1.1", new RunEntry.Began("test", "v1", "2026-0001", Mode.LIVE, Map.of(), "test"));
    }

    @Test
    void anotherNodeTakesARunOnlyWhenTheOwnersHeartHasStopped() {
        new Nodes(pools.reading(), "node-1", clock, System::nanoTime).beat();
        beginOne();
        MariaRunStore two = store("node-2");
        assertThat(two.take("1.1")).isEmpty();
        assertThat(two.orphans(clock.instant())).isEmpty();

        clock.advance(Duration.ofSeconds(16));
        assertThat(two.orphans(clock.instant())).containsExactly("1.1");
        assertThat(two.take("1.1")).isPresent();
        new Nodes(pools.reading(), "node-2", clock, System::nanoTime).beat();
        assertThat(one.take("1.1")).isEmpty();
    }

    @Test
    void whoBeginsARunOwnsItAtOnceUntilAnotherTakesIt() {
        var listening = new ArrayList<JournalListener>();
        var ledger = new Ledger(() -> new Ledger.Followers(
                List.of(new RunModel(codec)), List.of(new OnDuty("node-1")), List.copyOf(listening)));
        var journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);
        var beginner = new MariaRunStore(pools.work(), pools.reading(), ledger, journal, codec, "node-1", clock);
        listening.add(beginner);
        var began = new RunEntry.Began("test", "v1", "2026-0001", Mode.LIVE, Map.of(), "test");
        journal.append(
                new Journal.Addition(StreamId.of("run", "1.1"), 0, "2026-0001", List.of(codec.write(began))),
                Actor.SYSTEM);

        RunStore.Held held = beginner.take("1.1").orElseThrow();
        assertThat(held.entries()).extracting(RunStore.Recorded::entry).containsExactly(began);
        assertThat(beginner.write(started(held, 1, "a"))).isInstanceOf(RunStore.Written.Done.class);

        assertThat(held.elsewhere()).isZero();
        RunStore.Held later = store("node-2").take("1.1").orElseThrow();
        assertThat(later.elsewhere())
                .as("what was started by then was begun elsewhere")
                .isEqualTo(2);
        assertThat(store("node-2").take("1.1").orElseThrow().elsewhere())
                .as("by its next life, too")
                .isEqualTo(2);
        assertThat(later.epoch()).isGreaterThan(held.epoch());
        assertThat(later.entries()).hasSize(2);
        assertThat(beginner.write(started(held, 2, "b"))).isInstanceOf(RunStore.Written.Fenced.class);
    }

    @Test
    void whatIsPostedWhileTheRunEndsIsNotLeftBehind() throws Exception {
        beginOne();
        RunStore.Held held = one.take("1.1").orElseThrow();
        try (var ending = pools.work().getConnection();
                var poster = Executors.newSingleThreadExecutor()) {
            var ended = new Journal.Addition(
                    StreamId.of("run", "1.1"),
                    1,
                    "2026-0001",
                    List.of(codec.write(new RunEntry.Ended(RunEnding.SUCCEEDED, ""))));
            ledger("node-1").appendOwned(ending, ended, held.epoch(), Actor.SYSTEM, clock.instant());
            Future<?> posting = poster.submit(() -> one.post("1.1", new Post.Wake()));
            Awaitility.await().until(() -> posting.isDone() || count(POSTING) > 0);
            ending.commit();
            posting.get();
        }
        assertThat(count("run_mail")).isZero();
    }

    private long count(String table) throws SQLException {
        try (var connection = pools.reading().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aRefusedStatementIsNotTakenForADatabaseThatIsAway() {
        beginOne();
        RunStore.Held held = one.take("1.1").orElseThrow();
        TestDatabase.run(database.address(), "ALTER TABLE journal_entry ADD COLUMN made_by_hand INT NOT NULL");
        assertThatThrownBy(() -> one.write(started(held, 1, "a")))
                .isNotInstanceOf(RunStore.Away.class)
                .hasMessageContaining("refused");
        TestDatabase.run(database.address(), "ALTER TABLE journal_entry DROP COLUMN made_by_hand");
        assertThat(one.write(started(held, 1, "a"))).isInstanceOf(RunStore.Written.Done.class);
    }

    @Test
    void aDeadlockIsAnsweredByWritingAgainAtOnce() {
        beginOne();
        RunStore.Held held = one.take("1.1").orElseThrow();
        // A trigger stands for the other side of a deadlock: it strikes twice and then lets the write through.
        TestDatabase.run(database.address(), "CREATE SEQUENCE strikes");
        TestDatabase.run(
                database.address(),
                "CREATE TRIGGER strike BEFORE INSERT ON journal_entry FOR EACH ROW IF NEXTVAL(strikes) < 3 THEN"
                        + " SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock'; END IF");
        assertThat(one.write(started(held, 1, "a"))).isInstanceOf(RunStore.Written.Done.class);
        assertThat(one.read("1.1")).hasSize(2);
    }

    private static RunStore.Writing started(RunStore.Held held, long head, String step) {
        return new RunStore.Writing(
                held.run(),
                held.incident(),
                held.epoch(),
                head,
                List.of(new RunEntry.StepStarted(step, 1)),
                NIGHT,
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    @Test
    void aNodeWhoseHeartHasNotBeatenNoLongerActs() {
        long[] nanos = {0};
        var heart = new Nodes(pools.reading(), "node-1", clock, () -> nanos[0]);
        assertThat(heart.stands()).isFalse();
        heart.beat();
        assertThat(heart.stands()).isTrue();
        nanos[0] = Duration.ofSeconds(10).toNanos();
        assertThat(heart.stands()).isFalse();
    }
}
