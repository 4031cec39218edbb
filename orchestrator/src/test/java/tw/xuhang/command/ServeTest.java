package tw.xuhang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.Main;
import tw.xuhang.database.Address;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;
import tw.xuhang.testing.TestDatabase;

/** The real process where it must not start: it says why in two languages, what to do, and shows no stack trace. */
@Tag("slow")
final class ServeTest {

    @TempDir
    private Path folder;

    record Ended(int code, String said) {}

    @Test
    void aHomeInUseIsRefusedByNameOfItsHolder() throws Exception {
        var me = new HomeLock.Holder(ProcessHandle.current().pid(), "xuhang serve", Instant.now());
        try (var lock = ((HomeLock.Attempt.Taken) HomeLock.attempt(new Home(home()), me)).lock()) {
            assertThat(lock).isNotNull();
            Ended ended = serve(Map.of(), "--port", "0");
            refused(
                    ended,
                    Exit.CONFLICT,
                    "is in use by process " + me.pid() + " (xuhang serve",
                    "choose another --home");
        }
    }

    @Test
    void aPortInUseIsRefusedBeforeAnythingIsMade() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = serve(Map.of(), "--port", "" + other.getLocalPort());
            refused(ended, Exit.CONFLICT, "port " + other.getLocalPort(), "in use by another program");
            assertThat(home().resolve("db")).doesNotExist();
        }
    }

    @Test
    void aPortThatIsNoneIsWrongUsage() throws Exception {
        refused(serve(Map.of(), "--port", "99999"), Exit.USAGE, "cannot listen on 127.0.0.1 port 99999");
    }

    @Test
    void anAbsentDatabaseIsSaidToBeAbsent() throws Exception {
        Ended ended = serve(Map.of("XUHANG_DB_URL", "jdbc:mariadb://127.0.0.1:1/xuhang"), "--port", "0");
        refused(ended, Exit.UNREACHABLE, "the database does not answer", "XUHANG_DB_URL");
    }

    @Test
    void aDatabaseAddressThatIsNoneIsRefused() throws Exception {
        Ended ended = serve(Map.of("XUHANG_DB_URL", "jdbc:postgresql://db/xuhang"), "--port", "0");
        refused(ended, Exit.ERROR, "XUHANG_DB_URL must start with jdbc:mariadb:");
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongAndNotShown() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            Address right = database.address();
            Ended ended = serve(on(new Address(right.url(), right.user(), "open sesame")), "--port", "0");
            refused(ended, Exit.NOT_ALLOWED, "refuses", "XUHANG_DB_PASSWORD_FILE");
            assertThat(ended.said()).doesNotContain("open sesame");
        }
    }

    @Test
    void tablesOfANewerReleaseAreLeftAlone() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestDatabase.run(
                    database.address(),
                    "INSERT INTO flyway_schema_history SELECT 9999, '999', 'from tomorrow', type, 'V999__x.sql', 1,"
                            + " installed_by, installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
            refused(
                    serve(on(database.address()), "--port", "0"),
                    Exit.CONFLICT,
                    "newer release: [V999 from tomorrow]",
                    "restore the backup");
        }
    }

    @Test
    void aHalfMadeChangeOfTheTablesIsNotWorkedOn() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestDatabase.run(
                    database.address(),
                    "UPDATE flyway_schema_history SET success = 0 ORDER BY installed_rank DESC LIMIT 1");
            refused(
                    serve(on(database.address()), "--port", "0"),
                    Exit.CONFLICT,
                    "stopped halfway",
                    "Restore the backup");
        }
    }

    @Test
    void aJournalWithEntriesFromTomorrowIsNotWorkedOn() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestDatabase.run(
                    database.address(), "INSERT INTO journal_type (type, version) VALUES ('incident.transmuted', 1)");
            refused(
                    serve(on(database.address()), "--port", "0"),
                    Exit.CONFLICT,
                    "entries that this release does not read: {incident.transmuted=1}");
            assertThat(home().resolve("administrator-password")).doesNotExist();
        }
    }

    @Test
    void anOfficeThatCannotBeReadIsToldByLineAndColumn() throws Exception {
        Path office = folder.resolve("office");
        OfficeFolder.writeSample(office);
        Path people = office.resolve("people.yaml");
        Files.writeString(people, Files.readString(people).replaceFirst("mail:", "mial:"));
        try (TestDatabase database = TestDatabase.empty()) {
            var environment = new HashMap<>(on(database.address()));
            environment.put("XUHANG_OFFICE", office.toString());
            Ended ended = serve(environment, "--port", "0");
            refused(ended, Exit.ERROR, "people.yaml:", "mial");
            assertThat(home().resolve("start-failure.log")).exists();
        }
    }

    @Test
    void anEmbeddedDatabaseThatCannotStartSaysWhereItsLogIs() throws Exception {
        Files.createDirectories(home().resolve("db/data"));
        Files.writeString(home().resolve("db/data/ibdata1"), "not a table space");
        refused(serve(Map.of(), "--port", "0"), Exit.ERROR, "cannot start the embedded MariaDB", "mariadbd.log");
    }

    @Test
    void otherCommandsDoNotWorkOnAJournalFromTomorrowEither() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestDatabase.run(
                    database.address(), "INSERT INTO journal_type (type, version) VALUES ('incident.transmuted', 1)");
            Ended ended = run(on(database.address()), "db", "rebuild", "--home", home().toString());
            assertThat(ended.said())
                    .contains("未能完成", "entries that this release does not read: {incident.transmuted=1}")
                    .doesNotContain("\tat ", "BeanInstantiation");
            assertThat(ended.code()).isEqualTo(Exit.CONFLICT);
        }
    }

    @Test
    void aHomeThatIsAFileIsRefused() throws Exception {
        Files.writeString(home(), "not a directory");
        refused(serve(Map.of(), "--port", "0"), Exit.ERROR, "cannot use " + home() + " as home");
    }

    private static void refused(Ended ended, int code, String... words) {
        assertThat(ended.said())
                .as("exit " + ended.code())
                .contains("無法啟動：", "cannot start: ")
                .contains(words)
                .doesNotContain("\tat ", "Exception in thread");
        assertThat(ended.code()).isEqualTo(code);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static Map<String, String> on(Address address) {
        return Map.of(
                "XUHANG_DB_URL", address.url(),
                "XUHANG_DB_USER", address.user(),
                "XUHANG_DB_PASSWORD", address.password());
    }

    private Ended serve(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("serve", "--home", home().toString()));
        all.addAll(List.of(words));
        return run(environment, all.toArray(String[]::new));
    }

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                withoutTests(System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(words));
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XUHANG_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not end: " + Files.readString(said));
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }

    /** The service as it is shipped: without the beans and settings of the tests. */
    private static String withoutTests(String path) {
        return String.join(
                ":",
                Arrays.stream(path.split(":", -1))
                        .filter(each -> !each.contains("test-classes"))
                        .toList());
    }
}
