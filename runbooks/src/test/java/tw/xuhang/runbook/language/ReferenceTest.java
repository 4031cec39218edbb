package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final Path DOCS = Path.of("../docs/runbook-language.md");

    @Test
    void theReferenceShowsTheTablesThatTheReaderUses() throws IOException {
        assertThat(Files.readString(DOCS))
                .endsWith("## Every key\n\n" + KeyTables.markdown().stripTrailing() + "\n");
    }

    @Test
    void theExampleOfTheReferenceIsARunbookWithoutFindings() throws IOException {
        String docs = Files.readString(DOCS);
        int from = docs.indexOf("```yaml\n") + "```yaml\n".length();
        String example = docs.substring(from, docs.indexOf("```", from));
        assertThat(Library.check(
                                new Source("power-out.yaml", example.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                Surroundings.unknown())
                        .findings())
                .isEmpty();
    }
}
