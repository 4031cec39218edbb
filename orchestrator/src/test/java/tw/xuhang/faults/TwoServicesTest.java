package tw.xuhang.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.database.Address;
import tw.xuhang.testing.TestDatabase;

/** Two whole services on one MariaDB that neither of them runs, each with a home of its own. */
@Tag("slow")
final class TwoServicesTest {

    /** 15 s without a heartbeat, and the next look for owners. The rest is what a busy machine takes. */
    private static final Duration MOVED = Duration.ofSeconds(30);

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @Test
    void whatTheKilledOneWorkedOnMovesToTheOther(@TempDir Path folder) throws Exception {
        assumeTrue(
                Stream.of("ansible-runner", "flock").allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool))),
                "ansible-runner or flock is not installed");
        Site first = Site.at(folder.resolve("first"));
        Site second = Site.at(folder.resolve("second"));
        try (TestDatabase database = TestDatabase.empty();
                ServiceProcess one = service(first, database.address())) {
            one.awaitReady();
            try (ServiceProcess two = service(second, database.address())) {
                two.awaitReady();
                first.hold();
                new Monitor(one.address()).report();
                Awaitility.await().atMost(A_WHILE).until(() -> first.done().equals(List.of("switch begins")));
                assertThat(owner(database.address())).isEqualTo(node(first));

                long killed = System.nanoTime();
                one.kill();
                Awaitility.await()
                        .atMost(MOVED)
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> owner(database.address()).equals(node(second)));
                System.out.printf(
                        "soak: a killed service's run moved after %d ms%n", (System.nanoTime() - killed) / 1_000_000);

                // Another home can prove nothing: what was started is in doubt, and a person's matter.
                Awaitility.await()
                        .atMost(A_WHILE)
                        .until(() -> facts(database.address()).contains("run.step-doubted"));
                first.letGo();
                Awaitility.await()
                        .atMost(A_WHILE)
                        .until(() -> first.done().equals(List.of("switch begins", "switch ends")));
                assertThat(two.isAlive()).isTrue();
                assertThat(second.done()).as("done by the other").isEmpty();
                assertThat(facts(database.address())).containsOnlyOnce("run.began");
            }
        }
    }

    private static ServiceProcess service(Site site, Address database) throws IOException {
        Map<String, String> settings = new HashMap<>(site.settings(25, Moment.NEVER));
        settings.remove("xuhang.accounts.seed");
        return ServiceProcess.start(
                site.home(),
                site.port(),
                settings,
                Map.of(
                        "XUHANG_DB_URL", database.url(),
                        "XUHANG_DB_USER", database.user(),
                        "XUHANG_DB_PASSWORD", database.password()),
                site.folder().resolve("service.log"));
    }

    private static String node(Site site) throws IOException {
        return Files.readString(site.home().resolve("node-id")).strip();
    }

    /** Of the one run that there is. */
    private static String owner(Address database) throws SQLException {
        List<String> owners = column(database, "SELECT owner FROM run_duty");
        return owners.isEmpty() ? "" : owners.getFirst();
    }

    private static List<String> facts(Address database) throws SQLException {
        return column(database, "SELECT type FROM journal_entry WHERE stream LIKE 'run/%' ORDER BY position");
    }

    private static List<String> column(Address database, String sql) throws SQLException {
        try (var connection = TestDatabase.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
