package tw.xuhang.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.home.Home;
import tw.xuhang.testing.TestDatabase;

final class EmbeddedDatabaseTest {

    @TempDir
    private Path home;

    @Test
    void rowsOutliveAStopAndAKilledServer() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.starting(new Home(home))) {
            TestDatabase.run(database.address(), "CREATE TABLE t (word VARCHAR(20))");
            TestDatabase.run(database.address(), "INSERT INTO t VALUES ('續航')");

            kill(pid());
            await("started again").atMost(30, SECONDS).until(() -> answers(database.address()));

            assertThat(word(database.address())).isEqualTo("續航");
        }
        assertThat(ProcessHandle.of(pid()).filter(ProcessHandle::isAlive)).isEmpty();
        try (EmbeddedDatabase again = EmbeddedDatabase.starting(new Home(home))) {
            assertThat(word(again.address())).isEqualTo("續航");
        }
    }

    @Test
    void itsSecretIsItsOwnAndNobodyElseReadsIt() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.starting(new Home(home))) {
            Address address = database.address();
            Path file = home.resolve("db/password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(address.password()).hasSize(64);
            assertThat(address.toString()).doesNotContain(address.password());
            assertThat(home.resolve("db/init.sql")).doesNotExist();
            String seen = Files.readString(Path.of("/proc", "" + pid(), "cmdline"));
            assertThat(seen).doesNotContain(address.password());
        }
    }

    @Test
    void sessionsWaitThreeSecondsForALockAndKeepUtc() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.starting(new Home(home))) {
            String asked =
                    "SELECT CONCAT_WS(' ', @@innodb_lock_wait_timeout, @@idle_write_transaction_timeout, @@time_zone, "
                            + "@@tx_isolation, @@innodb_flush_log_at_trx_commit, @@bind_address)";
            assertThat(ask(database.address(), asked)).isEqualTo("3 3 +00:00 READ-COMMITTED 1 127.0.0.1");
        }
    }

    private long pid() throws Exception {
        Path file = home.resolve("db/mariadbd.pid");
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : Long.MAX_VALUE;
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static boolean answers(Address address) {
        try (Connection connection = TestDatabase.connect(address)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String word(Address address) throws SQLException {
        return ask(address, "SELECT word FROM t");
    }

    private static String ask(Address address, String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
