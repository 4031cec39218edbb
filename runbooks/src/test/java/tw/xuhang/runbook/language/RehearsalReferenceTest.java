package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehearsalReferenceTest {

    private String docs = "";

    @BeforeEach
    void read() throws IOException {
        docs = Files.readString(Path.of("../docs/rehearsals.md"));
    }

    @Test
    void theReferenceShowsTheTableThatTheReaderUses() {
        assertThat(docs)
                .endsWith("\n\n"
                        + KeyTables.markdown("The rehearsal", RehearsalGrammar.REHEARSAL)
                                .stripTrailing()
                        + "\n");
    }

    @Test
    void theReferenceHasEveryRuleAndNoOther() {
        String rules = Arrays.stream(RehearsalRule.values())
                .map(rule -> "| " + rule.id() + " | " + rule.says() + " |\n")
                .collect(Collectors.joining());
        assertThat(docs).contains("| rule | |\n|---|---|\n" + rules + "\n");
    }

    @Test
    void theExampleComesOutAsItSays() {
        int from = docs.indexOf("```yaml\n") + "```yaml\n".length();
        byte[] example = docs.substring(from, docs.indexOf("```", from)).getBytes(StandardCharsets.UTF_8);
        var file = new Source("backbone-outage.switched-later.yaml", example);
        Library shipped = Library.shipped(Surroundings.unknown());
        assertThat(Rehearsals.play(file, shipped::find).findings()).isEmpty();
    }
}
