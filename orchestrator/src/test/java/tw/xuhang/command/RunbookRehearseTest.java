package tw.xuhang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.xuhang.Main;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Rehearsals;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

final class RunbookRehearseTest {

    private static final String NAME = "backbone-outage.false-alarm";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAWordEveryShippedRehearsalIsPlayed() {
        assertThat(rehearse()).isEqualTo(Exit.OK);
        assertThat(out.toString().lines()).hasSameSizeAs(Rehearsals.shipped()).allMatch(line -> line.startsWith("✔  "));
        assertThat(err.toString()).contains("each as expected");
    }

    @Test
    void aKeyMeansTheRehearsalsOfThatRunbookAndALongerOneMeansOne() {
        assertThat(rehearse("backbone-return")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("backbone-return.stood-down").doesNotContain("backbone-outage");
        out.getBuffer().setLength(0);
        assertThat(rehearse("--lang", "en", NAME)).isEqualTo(Exit.OK);
        assertThat(out.toString())
                .isEqualTo("✔  backbone-outage.false-alarm  The line answers after all: a false alarm"
                        + "  [closed as false-alarm 1s]\n");
    }

    @Test
    void aDifferenceIsPrintedAtItsLineAndExitsWithThree() throws IOException {
        Path file = write(shipped().replace("closed as false-alarm", "succeeded"));
        assertThat(rehearse(file.toString())).isEqualTo(Exit.FINDINGS);
        int line = shipped().lines().toList().indexOf("outcome: closed as false-alarm at 1s") + 1;
        assertThat(out.toString())
                .startsWith(file + ":" + line + ":10: error: expected 'succeeded at 1s', seen 'closed as false-alarm"
                        + " at 1s' [RH-D03]\n✘  ")
                .contains("    expected ", " seen\n", "    still-down failed at 1s   still-down failed at 1s\n");
    }

    @Test
    void whatWasSeenIsPrintedReadyToBePasted() {
        assertThat(rehearse("--seen", NAME)).isEqualTo(Exit.OK);
        String text = shipped();
        assertThat(out.toString()).endsWith(text.substring(text.indexOf("expected:")));
    }

    @Test
    void jsonIsForMachines() {
        assertThat(rehearse("--output", "json", NAME)).isEqualTo(Exit.OK);
        assertThat(out.toString()).startsWith("[").contains("\"met\": true", "\"change\": \"failed\"");
    }

    @Test
    void theRunbookBesideTheRehearsalsCountsNotTheShippedOne() throws IOException {
        String runbook = Library.shipped(Surroundings.unknown())
                .source("backbone-outage")
                .map(Source::text)
                .orElseThrow();
        Files.writeString(
                folder.resolve("backbone-outage.yaml"),
                runbook.replace("otherwise: end as false-alarm", "otherwise: end as nothing"));
        write(shipped());
        assertThat(rehearse(folder.resolve("backbone-outage.yaml").toString())).isEqualTo(Exit.FINDINGS);
        assertThat(out.toString()).contains("seen 'closed as nothing at 1s'");
        assertThat(rehearse(folder.resolve("rehearsals").toString())).isEqualTo(Exit.FINDINGS);
    }

    @Test
    void whereThereIsNoRehearsalItExitsWithFive() throws IOException {
        Path lonely = Files.writeString(folder.resolve("lonely.yaml"), "runbook: lonely");
        assertThat(rehearse("none")).isEqualTo(Exit.NOT_FOUND);
        assertThat(rehearse(lonely.toString())).isEqualTo(Exit.NOT_FOUND);
        assertThat(rehearse(folder.toString() + "/none")).isEqualTo(Exit.NOT_FOUND);
        assertThat(err.toString()).contains("neither a file nor a shipped runbook 'none'");
    }

    private static String shipped() {
        return Rehearsals.shipped().stream()
                .filter(source -> source.name().endsWith(NAME + ".yaml"))
                .map(Source::text)
                .findFirst()
                .orElseThrow();
    }

    private Path write(String text) throws IOException {
        Path rehearsals = Files.createDirectories(folder.resolve("rehearsals"));
        return Files.writeString(rehearsals.resolve(NAME + ".yaml"), text);
    }

    private int rehearse(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 2];
        all[0] = "runbook";
        all[1] = "rehearse";
        System.arraycopy(words, 0, all, 2, words.length);
        return line.execute(all);
    }
}
