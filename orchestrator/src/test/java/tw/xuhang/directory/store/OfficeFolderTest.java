package tw.xuhang.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;

final class OfficeFolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aRealOfficeBeginsWithTheSample() throws IOException {
        OfficeFolder.writeSample(folder);
    }

    @Test
    void theSampleOfficeCanBeReadAsItIsShipped() throws IOException {
        Directory directory = read();
        assertThat(directory.office().name().zh()).isEqualTo("示範鎮公所");
        assertThat(directory.holders(Role.CISO))
                .singleElement()
                .satisfies(p -> assertThat(p.account()).isEqualTo("ciso"));
        assertThat(directory.service("official-documents").orElseThrow().declarationLimit())
                .isEqualTo(Duration.ofSeconds(12));
        assertThat(directory.vendorOf("main").orElseThrow().key()).isEqualTo("line-lessor");
        assertThat(OfficeFolder.sample(Map.of("lab", "xh"))).isEqualTo(new Loaded.Read(directory));
    }

    @Test
    void theLabsNameIsPutInWhereItIsAskedFor() throws IOException {
        Directory directory = ((Loaded.Read) OfficeFolder.read(folder, Map.of("lab", "xh7"))).directory();
        assertThat(directory
                        .question(directory.service("website").orElseThrow())
                        .vantage())
                .containsExactly("ip", "netns", "exec", "xh7-counter");
        assertThat(directory.question(directory.uplink("backup").orElseThrow()).through())
                .contains("b0");
    }

    @Test
    void aRateThatCannotBeIsRefusedAtItsPlace() throws IOException {
        Path uplinks = folder.resolve("uplinks.yaml");
        Files.writeString(uplinks, Files.readString(uplinks).replace("core mbit: 8", "core mbit: 10"));
        assertThat(problems(Map.of("lab", "xh"))).first().asString().contains("uplinks.yaml:", "less than mbit");
    }

    @Test
    void aVariableThatNobodyGivesIsRefused() throws IOException {
        assertThat(problems(Map.of())).first().asString().contains("office.yaml:", "nobody says what ${lab} is");
    }

    @Test
    void aServiceWithoutALimitOfItsOwnHasTheEarlierOfRtoAndHalfTheMtpd() throws IOException {
        change("services.yaml", "    declaration limit: 12s\n", "");
        assertThat(read().service("official-documents").orElseThrow().declarationLimit())
                .isEqualTo(Duration.ofSeconds(30));
        change("services.yaml", "mtpd: 2m", "mtpd: 60s");
        assertThat(read().service("official-documents").orElseThrow().declarationLimit())
                .isEqualTo(Duration.ofSeconds(30));
        change("services.yaml", "wrt: 30s\n    mtpd: 60s", "mtpd: 50s");
        assertThat(read().service("official-documents").orElseThrow().declarationLimit())
                .isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void aMisspeltKeyIsRefusedWithItsPositionAndTheKeyThatWasMeant() throws IOException {
        change("uplinks.yaml", "    gateway: 10.1.0.2", "    gatway: 10.1.0.2");
        assertThat(problems())
                .containsExactly(
                        "uplinks.yaml:6:5: error: 'gateway' is missing",
                        "uplinks.yaml:9:5: error: unknown key 'gatway'; did you mean 'gateway'?");
    }

    @Test
    void aPointerToNothingIsRefusedWithItsPosition() throws IOException {
        change("uplinks.yaml", "vendor: line-lessor", "vendor: line-lesor");
        assertThat(problems())
                .containsExactly(
                        "uplinks.yaml:11:13: error: there is no vendor 'line-lesor'; did you mean 'line-lessor'?");
    }

    @Test
    void figuresThatCannotBeMetAreRefused() throws IOException {
        change("services.yaml", "    wrt: 30s\n", "    wrt: 95s\n");
        assertThat(problems()).singleElement().asString().endsWith("rto + wrt is more than mtpd: it could not be met");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFiles() throws IOException {
        change("people.yaml", "roles: [ciso]", "roles: [cisco]");
        change("services.yaml", "rto: 30s", "rto: soon");
        change("vendors.yaml", "acknowledge within: 15m, arrive within: 2h", "arrive within: 2h");
        assertThat(problems())
                .containsExactly(
                        "people.yaml:6:13: error: unknown 'cisco'; did you mean 'ciso'?",
                        "vendors.yaml:13:10: error: 'acknowledge within' is missing",
                        "services.yaml:13:10: error: expected a time such as 500ms, 30s, 5m, 4h, 1d, not 'soon'");
    }

    @Test
    void aDeputyWithoutAnActOrWithItsDaysReversedIsRefused() throws IOException {
        change("people.yaml", "acts: [declare, confirm-report]", "acts: []");
        assertThat(problems()).singleElement().asString().endsWith("an authorisation that covers no act is none");
        change("people.yaml", "acts: []", "acts: [declare]");
        change("people.yaml", "valid to: 2030-12-31", "valid to: 2025-12-31");
        assertThat(problems()).hasSize(2).allMatch(p -> p.endsWith("valid to is before valid from"));
    }

    @Test
    void aLineBreakCannotEnterAMailAddressThroughTheDirectory() throws IOException {
        change("vendors.yaml", "mail: faults@lessor.test", "mail: \"faults@lessor.test\\r\\nBcc: a@b.test\"");
        assertThat(problems()).singleElement().asString().endsWith("mail is not one line");
        change("vendors.yaml", "faults@lessor.test\\r\\nBcc: a@b.test", "faults@lessor.test, a@b.test");
        assertThat(problems()).singleElement().asString().contains("is not one mail address");
    }

    @Test
    void textThatIsNoYamlAnAliasOrADuplicateKeyIsRefusedWithItsPosition() throws IOException {
        Files.writeString(folder.resolve("vendors.yaml"), "vendors: { a: [\n");
        assertThat(problems()).anyMatch(p -> p.startsWith("vendors.yaml:2:1: error: "));
        Files.writeString(folder.resolve("vendors.yaml"), "vendors:\n  a: {}\n  a: {}\n");
        assertThat(problems()).anyMatch(p -> p.startsWith("vendors.yaml:3:3: error: "));
        Files.writeString(folder.resolve("vendors.yaml"), "");
        assertThat(problems()).contains("vendors.yaml: error: the file is empty");
    }

    @Test
    void aFolderWithoutOneOfItsFilesIsNoOffice() throws IOException {
        Files.delete(folder.resolve("people.yaml"));
        assertThatThrownBy(() -> OfficeFolder.read(folder, Map.of())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theSampleNeverWritesOverAnOfficesOwnFiles() {
        assertThatThrownBy(() -> OfficeFolder.writeSample(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private Directory read() throws IOException {
        return switch (OfficeFolder.read(folder, Map.of("lab", "xh"))) {
            case Loaded.Read read -> read.directory();
            case Loaded.Refused refused -> throw new AssertionError(refused.text());
        };
    }

    private List<String> problems() throws IOException {
        return problems(Map.of("lab", "xh"));
    }

    private List<String> problems(Map<String, String> variables) throws IOException {
        return switch (OfficeFolder.read(folder, variables)) {
            case Loaded.Read read ->
                throw new AssertionError("was read: " + read.directory().office());
            case Loaded.Refused refused ->
                refused.problems().stream().map(Loaded.Problem::toString).toList();
        };
    }

    private void change(String file, String what, String into) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(what);
        Files.writeString(path, before.replace(what, into));
    }
}
