package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.condition.Vocabulary;

class ReferenceTest {

    private static final Path DOCS = Path.of("../docs/runbook-language.md");
    private static final Pattern NAME = Pattern.compile("\\| `([a-z]+(?:\\.[a-zA-Z_]+)*)` \\| [^|]+ \\| [^|]+ \\|");

    @Test
    void theReferenceShowsTheTablesThatTheReaderUses() throws IOException {
        assertThat(Files.readString(DOCS))
                .endsWith("## Every key\n\n" + KeyTables.markdown().stripTrailing() + "\n");
    }

    @Test
    void theReferenceListsTheNamesThatConditionsMayUse() throws IOException {
        String docs = Files.readString(DOCS);
        Set<String> told = docs.substring(docs.indexOf("\n## Conditions\n"), docs.indexOf("\n## Every key\n"))
                .lines()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        Set<String> known = Vocabulary.of(Sample.check(Sample.TEXT).runbook().orElseThrow()).names().stream()
                .map(name -> name.replaceFirst("^(steps|services|parameters)\\.\\w+", "$1.NAME")
                        .replaceFirst("\\.record\\.\\w+$", ".record.FIELD"))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(known);
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
