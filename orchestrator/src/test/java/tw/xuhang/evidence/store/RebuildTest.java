package tw.xuhang.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.testing.TableDump;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.SettableClock;

final class RebuildTest {

    /** Counts words over all streams, so that the order across streams matters too. */
    private static final class LastWord implements ReadModel {
        @Override
        public Set<String> kinds() {
            return Set.of("incident");
        }

        @Override
        public void clear(Connection connection) throws SQLException {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM last_word")) {
                delete.executeUpdate();
            }
        }

        @Override
        public void apply(Connection connection, Entry entry) throws SQLException {
            try (PreparedStatement put = connection.prepareStatement(
                    "INSERT INTO last_word VALUES ('all', ?, 1) ON DUPLICATE KEY UPDATE word = VALUES(word), n = n + 1")) {
                put.setString(1, entry.stream() + "#" + entry.seq());
                put.executeUpdate();
            }
        }
    }

    private final TestDatabase database = TestDatabase.migrated();
    private final Pools pools = database.pools();
    private final AtomicInteger reactions = new AtomicInteger();
    private final ReadModel model = new LastWord();

    @BeforeEach
    void fill() {
        TestDatabase.run(
                database.address(), "CREATE TABLE last_word (k VARCHAR(9) PRIMARY KEY, word VARCHAR(90), n INT)");
        Reaction counting = new Reaction() {
            @Override
            public Set<String> kinds() {
                return Set.of("incident");
            }

            @Override
            public void react(Connection connection, Entry entry) {
                reactions.incrementAndGet();
            }
        };
        Ledger ledger = new Ledger(() -> new Ledger.Followers(List.of(model), List.of(counting), List.of()));
        var journal = new MariaJournal(pools.work(), pools.reading(), ledger, SettableClock.at("2026-11-22T01:02:03Z"));
        for (int i = 0; i < 7; i++) {
            for (String key : List.of("b", "a")) {
                StreamId stream = StreamId.of("incident", key);
                journal.append(new Addition(stream, i, "", List.of(new Draft("t.x", 1, "{}"))), Actor.SYSTEM);
            }
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void readModelsComeOutTheSame() {
        Map<String, List<String>> before = TableDump.of(database.address());
        assertThat(before.get("last_word")).containsExactly("all|incident/a#7|14|");
        TestDatabase.run(database.address(), "UPDATE last_word SET word = 'wrong'");

        assertThat(new Rebuild(pools.work(), List.of(model)).run()).isEqualTo(14);

        assertThat(TableDump.of(database.address())).isEqualTo(before);
    }

    @Test
    void aRebuildDoesNothingAgainButReading() {
        int before = reactions.get();
        new Rebuild(pools.work(), List.of(model)).run();
        assertThat(reactions).hasValue(before);
    }

    @Test
    void aRebuildThatFailsLeavesEverythingAsItWas() {
        Map<String, List<String>> before = TableDump.of(database.address());
        ReadModel broken = new ReadModel() {
            @Override
            public Set<String> kinds() {
                return Set.of("incident");
            }

            @Override
            public void clear(Connection connection) {}

            @Override
            public void apply(Connection connection, Entry entry) throws SQLException {
                throw new SQLException("no");
            }
        };
        assertThatThrownBy(() -> new Rebuild(pools.work(), List.of(model, broken)).run())
                .isInstanceOf(IllegalStateException.class);
        assertThat(TableDump.of(database.address())).isEqualTo(before);
    }

    @Test
    void theTypesInTheJournalAreKnownByName() throws SQLException {
        try (Connection connection = pools.reading().getConnection()) {
            assertThat(Types.unknown(connection, Map.of("t.x", 1))).isEmpty();
            assertThat(Types.unknown(connection, Map.of())).containsEntry("t.x", 1);
            assertThat(Types.unknown(connection, Map.of("t.x", 0))).containsEntry("t.x", 1);
        }
    }
}
