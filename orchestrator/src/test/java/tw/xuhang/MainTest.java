package tw.xuhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.xuhang.command.Exit;

final class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void saysItsVersion() {
        assertThat(new Main.Version().getVersion()).isNotEmpty();
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearestAndExitTwo() {
        assertThat(run("docter")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("指令有誤", "not understood", "docter", "doctor", "--help");
    }

    @Test
    void anUnknownOptionAndAMissingValueAreNamed() {
        assertThat(run("serve", "--porrt", "80")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("--porrt", "--port", "xuhang serve --help");
        assertThat(run("serve", "--port")).isEqualTo(Exit.USAGE);
        assertThat(run("serve", "--port", "eighty")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("eighty");
    }

    @Test
    void whatBreaksIsASentenceAndNotAStackTrace() throws Exception {
        Path file = Files.writeString(folder.resolve("home"), "a file");
        assertThat(run("audit", "export", "--home", file.toString())).isEqualTo(Exit.ERROR);
        assertThat(err.toString())
                .contains("未能完成", "could not be done", file.toString(), "xuhang doctor")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownScenarioIsAnsweredWithTheOnesThereAre() {
        assertThat(run("demo", "--scenario", "flood-of-frogs")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("沒有這個情境", "flood-of-frogs", "backbone-outage");
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
