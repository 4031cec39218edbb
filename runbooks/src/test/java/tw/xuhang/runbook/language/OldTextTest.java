package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** R5: a run keeps the text it began with, whatever a later release thinks of that text. */
final class OldTextTest {

    private static final String FILE = "backbone-outage.yaml";

    private static String text() throws IOException {
        return new String(
                Library.shipped(Surroundings.unknown())
                        .source("backbone-outage")
                        .orElseThrow()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aKeyThatIsNotKnownAnyMoreIsPassedOverInATextThatWasAccepted() throws IOException {
        byte[] old = bytes(text().replaceFirst("owner: server-room", "owner: server-room\ncolour: green"));
        assertThat(RunbookReader.read(old, FILE)).isInstanceOf(Reading.Refused.class);

        var today = (Reading.Read) RunbookReader.read(bytes(text()), FILE);
        var again = (Reading.Read) RunbookReader.reread(old, FILE);

        assertThat(again.runbook().everyStep()).isEqualTo(today.runbook().everyStep());
        assertThat(again.runbook().version()).isEqualTo(RunbookReader.version(old));
    }

    @Test
    void aTextOfWhichNoRunbookCanBeMadeIsRefusedWithTheReason() {
        assertThat(RunbookReader.reread(bytes("runbook: x\nsteps: 3\n"), "x.yaml"))
                .isInstanceOf(Reading.Refused.class);
        assertThat(RunbookReader.reread(bytes("\t: ["), "x.yaml")).isInstanceOf(Reading.Refused.class);
    }
}
