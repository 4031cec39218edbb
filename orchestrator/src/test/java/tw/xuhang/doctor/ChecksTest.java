package tw.xuhang.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.doctor.http.PortCheck;
import tw.xuhang.doctor.store.OfficeCheck;
import tw.xuhang.home.Home;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

final class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir
    private Path home;

    @Test
    void aJavaThatIsTooOldIsAFault() throws Exception {
        assertThat(worst(JavaCheck.of(21, "21.0.5", "/x"))).isEqualTo(Level.FAULT);
        assertThat(worst(JavaCheck.of(25, "25.0.1", "/x"))).isEqualTo(Level.OK);
    }

    @Test
    void missingAndOldToolsAreFaultsThatSayWhatToInstall() throws Exception {
        Tools machine = command -> {
            if (command.getFirst().equals("ansible-playbook")) {
                return new Tools.Said(0, "ansible-playbook [core 2.9.6]");
            }
            throw new IOException("no such file");
        };
        assertThat(AnsibleCheck.of(machine).look().take())
                .extracting(Finding::level)
                .containsExactly(Level.FAULT, Level.FAULT);
        assertThat(AnsibleCheck.of(machine).look().take().get(1).remedy().en()).contains("python3-ansible-runner");
        Tools fine = command -> new Tools.Said(0, command.getFirst() + " [core 2.14.18]");
        assertThat(worst(AnsibleCheck.of(fine))).isEqualTo(Level.OK);
    }

    @Test
    void littleRoomIsToldBeforeTheDatabaseStops() {
        assertThat(DiskCheck.judge(100_000_000, true, home).level()).isEqualTo(Level.FAULT);
        assertThat(DiskCheck.judge(900_000_000, true, home).level()).isEqualTo(Level.WARNING);
        assertThat(DiskCheck.judge(9_000_000_000L, true, home).level()).isEqualTo(Level.OK);
        assertThat(DiskCheck.judge(9_000_000_000L, false, home).level()).isEqualTo(Level.FAULT);
    }

    @Test
    void aSecretThatOthersCanReadIsAFaultWithTheCommandThatClosesIt() throws Exception {
        Path key = new Home(home).directory("keys").resolve("access.key");
        Files.writeString(key, "secret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        Finding open = SecretsCheck.of(new Home(home), List.of()).look().take().getFirst();
        assertThat(open.level()).isEqualTo(Level.FAULT);
        assertThat(open.remedy().en()).contains("chmod 600 " + key);

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(worst(SecretsCheck.of(new Home(home), List.of()))).isEqualTo(Level.OK);
        assertThat(worst(SecretsCheck.of(new Home(home), List.of(home.resolve("gone")))))
                .isEqualTo(Level.FAULT);
    }

    @Test
    void aPortThatAnotherProgramHoldsIsAFaultAndAFreeOneIsNot() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            Thread.ofVirtual().start(() -> hangUp(other));
            assertThat(worst(PortCheck.of("127.0.0.1", port, Optional.empty()))).isEqualTo(Level.FAULT);
        }
        assertThat(worst(PortCheck.of("127.0.0.1", port, Optional.empty()))).isEqualTo(Level.OK);
    }

    @Test
    void mailIsGreetedAndNothingIsSent() throws Exception {
        assertThat(worst(MailCheck.of(Optional.empty()))).isEqualTo(Level.WARNING);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server));
            var reachable = new MailCheck.Server("127.0.0.1", server.getLocalPort(), false);
            assertThat(worst(MailCheck.of(Optional.of(reachable)))).isEqualTo(Level.OK);
        }
        var nobody = new MailCheck.Server("127.0.0.1", 1, false);
        assertThat(worst(MailCheck.of(Optional.of(nobody)))).isEqualTo(Level.FAULT);
    }

    @Test
    void aClockThatWasPutBackIsAFault() throws Exception {
        var ahead = new ClockCheck.Trace(NOW.plus(Duration.ofHours(2)), "journal_entry");
        assertThat(worst(clock(List.of(ahead), Optional.empty()))).isEqualTo(Level.FAULT);
        var justNow = new ClockCheck.Trace(NOW.plusMillis(800), "journal_entry");
        assertThat(worst(clock(List.of(justNow), Optional.of(NOW)))).isEqualTo(Level.OK);
        assertThat(worst(clock(List.of(), Optional.of(NOW.plusSeconds(60))))).isEqualTo(Level.FAULT);
        assertThat(worst(ClockCheck.of(NOW, List.of(home.resolve("none")), List::of, Optional::empty)))
                .isEqualTo(Level.WARNING);
    }

    @Test
    void linksThatNobodyElseCanOpenAreAFaultOnceTheServiceListensToOthers() {
        URI inside = URI.create("http://127.0.0.1:8080");
        assertThat(AddressCheck.judge("127.0.0.1", inside).level()).isEqualTo(Level.OK);
        assertThat(AddressCheck.judge("0.0.0.0", inside).level()).isEqualTo(Level.FAULT);
        assertThat(AddressCheck.judge("0.0.0.0", URI.create("http://xuhang.office.test"))
                        .level())
                .isEqualTo(Level.FAULT);
        assertThat(AddressCheck.judge("127.0.0.1", URI.create("https://xuhang.office.test"))
                        .level())
                .isEqualTo(Level.OK);
    }

    @Test
    void whoMustDecideNeedsASecondFactor() {
        var with = new DatabaseLook.Who("ciso", Set.of(Role.CISO), true);
        var without = new DatabaseLook.Who("leader", Set.of(Role.TEAM_LEADER), false);
        assertThat(FactorsCheck.judge(answers(List.of(with, without), Map.of())))
                .extracting(Finding::level)
                .containsExactly(Level.OK, Level.WARNING, Level.WARNING);
        assertThat(FactorsCheck.judge(new DatabaseLook.NotYet("x")).getFirst().level())
                .isEqualTo(Level.OK);
    }

    @Test
    void aDatabaseOfANewerReleaseIsAFault() {
        assertThat(DatabaseCheck.judge(answers(List.of(), Map.of("incident.renamed", 2))))
                .extracting(Finding::level)
                .containsExactly(Level.OK, Level.FAULT);
        assertThat(DatabaseCheck.judge(new DatabaseLook.Refused("x", "Access denied"))
                        .getFirst()
                        .remedy()
                        .en())
                .contains("XUHANG_DB_USER");
        assertThat(DatabaseCheck.judge(new DatabaseLook.Resting("x", true))
                        .getFirst()
                        .level())
                .isEqualTo(Level.OK);
    }

    @Test
    void oneWhoIsBothCisoAndLeaderIsAFault() throws Exception {
        Directory sample = office();
        assertThat(PostsCheck.judge(sample, NOW)).extracting(Finding::level).doesNotContain(Level.FAULT);

        var people = sample.people().stream()
                .filter(person -> person.holds(Role.CISO))
                .map(ciso -> new Person(
                        ciso.account(),
                        ciso.name(),
                        Set.of(Role.CISO, Role.TEAM_LEADER),
                        ciso.mail(),
                        List.of(),
                        ciso.verified()))
                .toList();
        var alone = new Directory(
                sample.office(), people, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(PostsCheck.judge(alone, NOW))
                .extracting(finding -> finding.what().en())
                .anyMatch(what -> what.contains("CISO and team leader"))
                .anyMatch(what -> what.contains("no telephone on file"))
                .anyMatch(what -> what.contains("Nobody holds the post security-contact"));
    }

    @Test
    void aWrongRunbookIsAFaultAtItsPlaceAndAMissingPlaybookToo() {
        String good = Library.shipped(Surroundings.unknown())
                .source("backbone-outage")
                .map(Source::text)
                .orElseThrow();
        Source wrong = new Source("own.yaml", good.replace("owner:", "ownr:").getBytes(StandardCharsets.UTF_8));
        List<Finding> found = RunbooksCheck.judge(Library.of(List.of(wrong), Surroundings.unknown()), "own");
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.where()).matches("own\\.yaml:\\d+:\\d+");
            assertThat(finding.what().en()).contains("ownr", "did you mean 'owner'");
        });

        Surroundings bare = Surroundings.unknown().withPlaybooks(Set.of("other.yml"));
        assertThat(RunbooksCheck.judge(Library.shipped(bare), "library/"))
                .filteredOn(finding -> finding.level() == Level.FAULT)
                .extracting(finding -> finding.what().en())
                .anyMatch(what -> what.contains("failover-route.yml"));
    }

    @Test
    void anOfficeThatCannotBeReadIsToldByFileAndLine() throws Exception {
        Path folder = home.resolve("office");
        OfficeFolder.writeSample(folder);
        Path people = folder.resolve("people.yaml");
        Files.writeString(people, Files.readString(people).replaceFirst("mail:", "mial:"));
        var check = new OfficeCheck(folder, Map.of("lab", "xh"));
        Finding found = check.check().look().take().getFirst();
        assertThat(found.level()).isEqualTo(Level.FAULT);
        assertThat(found.where()).matches(".*people\\.yaml:\\d+:\\d+");
        assertThat(check.directory()).isEmpty();
    }

    @Test
    void whatHangsOrBreaksIsAFindingAndTheRestIsStillTold() throws Exception {
        var never = new CountDownLatch(1);
        var checks = List.of(
                Check.of("hangs", "當", "hangs", () -> {
                    never.await();
                    return List.of();
                }),
                Check.of("breaks", "壞", "breaks", () -> {
                    throw new IOException("input/output error");
                }),
                Check.of("well", "好", "well", () -> List.of(Finding.ok("好。", "Fine.", ""))));
        assertThat(new Doctor(Duration.ofMillis(300)).examine(checks))
                .extracting(Diagnosis::level)
                .containsExactly(Level.WARNING, Level.FAULT, Level.OK);
    }

    private static Check clock(List<ClockCheck.Trace> traces, Optional<Instant> database) {
        return ClockCheck.of(NOW, List.of(Path.of("/")), () -> traces, () -> database);
    }

    private static DatabaseLook answers(List<DatabaseLook.Who> accounts, Map<String, Integer> unknown) {
        var schema = new DatabaseLook.Schema(false, 0, List.of(), List.of());
        return new DatabaseLook.Answers("db", "11.4.5-MariaDB", NOW, Optional.empty(), schema, unknown, accounts);
    }

    private static Directory office() throws IOException {
        return OfficeFolder.sample(Map.of("lab", "xh")) instanceof Loaded.Read read
                ? read.directory()
                : fail("the sample office is refused");
    }

    private static Level worst(Check check) throws Exception {
        return new Diagnosis(check.name(), check.title(), check.look().take()).level();
    }

    private static void hangUp(ServerSocket server) {
        try {
            server.accept().close();
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void greet(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("220 mail.office.test\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The test is over.
        }
    }
}
