package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    @TempDir
    private Path folder;

    @Test
    void aBadFileIsRefusedAndTheOthersAreLoaded() throws IOException {
        write("sample.yaml", Sample.TEXT);
        write("bad.yaml", Sample.TEXT.replace("runbook: sample", "runbook: bad").replace("mode: act", "mode: dance"));
        Library library = Library.directory(folder, Sample.AROUND);
        assertThat(library.runbooks()).containsOnlyKeys("sample");
        assertThat(library.find("bad")).isEmpty();
        assertThat(library.findings()).map(Finding::rule).containsExactly(Rule.BAD_VALUE);
    }

    @Test
    void aLinkIsNotFollowedAndThatIsSaid() throws IOException {
        Path elsewhere =
                Files.writeString(Files.createTempDirectory(folder, "x").resolve("sample.yaml"), Sample.TEXT);
        Files.createSymbolicLink(folder.resolve("sample.yaml"), elsewhere);
        Library library = Library.directory(folder, Sample.AROUND);
        assertThat(library.runbooks()).isEmpty();
        assertThat(library.findings()).map(Finding::rule).containsExactly(Rule.FILE_NAME);
    }

    @Test
    void anotherEndingIsSaidAndOtherFilesAreNotLookedAt() throws IOException {
        write("sample.yml", Sample.TEXT);
        write("README.md", "not a runbook");
        assertThat(Library.directory(folder, Sample.AROUND).findings())
                .map(Finding::rule)
                .containsExactly(Rule.FILE_NAME);
    }

    @Test
    void aPathIsNoKey() {
        Library library = Library.shipped(Surroundings.unknown());
        for (String key : List.of("../../etc/passwd", "library/backbone-outage", "backbone-outage.yaml", "")) {
            assertThat(library.find(key)).isEmpty();
        }
    }

    @Test
    void aChangedFileDoesNotChangeWhatWasLoaded() throws IOException {
        Path file = write("sample.yaml", Sample.TEXT);
        Library library = Library.directory(folder, Sample.AROUND);
        String pinned = library.find("sample").orElseThrow().version();
        Files.writeString(file, Sample.TEXT + "# changed\n");
        assertThat(library.source("sample").orElseThrow().version()).isEqualTo(pinned);
        assertThat(Library.directory(folder, Sample.AROUND)
                        .find("sample")
                        .orElseThrow()
                        .version())
                .isNotEqualTo(pinned);
    }

    @Test
    void aHugeFileIsRefusedWithoutBeingReadWhole() throws IOException {
        write("sample.yaml", "#".repeat(4 * SourceText.MOST_BYTES));
        Library library = Library.directory(folder, Sample.AROUND);
        assertThat(library.findings()).map(Finding::rule).containsExactly(Rule.TOO_LARGE);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
