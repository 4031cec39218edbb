package tw.xuhang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Address;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.intake.store.DispositionModel;
import tw.xuhang.intake.store.IntakeFacts;
import tw.xuhang.intake.store.MariaSignals;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.SettableClock;

/** I1 the hard way: the service is killed in the middle of intake, again and again. */
@Tag("slow")
class IntakeKilledTest {

    private static final int LIVES = 6;

    private final TestDatabase database = TestDatabase.migrated();
    private final Pools pools = database.pools();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasAcceptedIsThereAndEndsInExactlyOneDisposition() throws Exception {
        Random random = new Random(9);
        Map<String, Long> accepted = new HashMap<>();
        for (int life = 0; life < LIVES; life++) {
            accepted.putAll(liveAndDie("life" + life, 1 + random.nextInt(150)));
        }
        assertThat(accepted).hasSizeGreaterThan(LIVES);
        for (Map.Entry<String, Long> each : accepted.entrySet()) {
            assertThat(count("SELECT COUNT(*) FROM signal_received WHERE id = %d AND event_key = '%s'"
                            .formatted(each.getValue(), each.getKey())))
                    .isEqualTo(1);
        }
        assertThat(count("SELECT COUNT(*) FROM signal_received WHERE claimed_until IS NOT NULL"))
                .as("some were accepted and not yet disposed of when the service died")
                .isPositive();
        disposeOfTheRest();
        assertThat(count("SELECT COUNT(*) FROM signal_received s LEFT JOIN disposition d ON d.signal_id = s.id"
                        + " WHERE d.signal_id IS NULL OR s.claimed_until IS NOT NULL"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM disposition")).isEqualTo(count("SELECT COUNT(*) FROM signal_received"));
        assertThat(count("SELECT COUNT(*) FROM journal_entry")).isEqualTo(count("SELECT COUNT(*) FROM disposition"));
    }

    /** One life, ended by SIGKILL after so many acceptances; what it said is what counts. */
    private Map<String, Long> liveAndDie(String name, int acceptances) throws IOException, InterruptedException {
        Address address = database.address();
        String url = address.url() + "&user=" + address.user() + "&password=" + address.password();
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntakeUntilKilled.class.getName(),
                        url,
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Long> accepted = new HashMap<>();
        try (BufferedReader told = victim.inputReader(StandardCharsets.UTF_8)) {
            String line = told.readLine();
            while (line != null) {
                if (line.startsWith("life")) {
                    int space = line.indexOf(' ');
                    accepted.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
                }
                if (accepted.size() == acceptances) {
                    // The process itself would close the stream with what it had still said.
                    victim.toHandle().destroyForcibly();
                }
                line = told.readLine();
            }
        }
        assertThat(victim.waitFor()).isEqualTo(137);
        return accepted;
    }

    private void disposeOfTheRest() {
        SettableClock clock = new SettableClock(Instant.now().plus(Duration.ofHours(1)));
        MariaJournal journal = new MariaJournal(
                pools.work(),
                pools.reading(),
                new Ledger(() -> new Ledger.Followers(List.of(new DispositionModel()), List.of(), List.of())),
                clock);
        TriageDesk desk = new TriageDesk(
                new MariaSignals(pools.work()),
                received -> new Disposition.Recorded(Reason.of("seen")),
                new Dispositions(journal, IntakeFacts.CODEC),
                clock,
                new TriageDesk.Settings("successor", Duration.ofSeconds(30), Duration.ofSeconds(5)));
        boolean more = true;
        while (more) {
            more = desk.sweep();
            desk.workAll();
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = pools.reading().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
