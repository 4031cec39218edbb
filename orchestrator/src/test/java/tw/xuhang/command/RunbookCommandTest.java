package tw.xuhang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.xuhang.Main;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

final class RunbookCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String good = "";

    @BeforeEach
    void takeAGoodOne() {
        good = Library.shipped(Surroundings.unknown())
                .source("backbone-return")
                .map(Source::text)
                .orElseThrow();
    }

    @Test
    void theShippedRunbooksPassInTheSampleOfficeWithTheShippedPlaybooks() throws IOException {
        Path office = folder.resolve("office");
        OfficeFolder.writeSample(office);
        int code = run("runbook", "lint", "--office", office.toString(), "--playbooks", "../runbooks/playbooks");
        assertThat(out.toString()).isEmpty();
        assertThat(code).isEqualTo(Exit.OK);
    }

    @Test
    void anErrorIsPrintedAtItsPlaceAndExitsWithThree() throws IOException {
        Path file = write(good.replace("owner: server-room", "owner: sever-room"));
        assertThat(run("runbook", "validate", file.toString())).isEqualTo(Exit.FINDINGS);
        assertThat(out.toString())
                .isEqualTo(file + ":5:8: error: there is no role 'sever-room'; did you mean 'server-room'? [RB-C07]\n");
    }

    @Test
    void adviceIsForLintOnly() throws IOException {
        Path file = write(good.replaceAll("\\s+timeout: 14d", ""));
        assertThat(run("runbook", "validate", file.toString())).isEqualTo(Exit.OK);
        assertThat(run("runbook", "lint", "-o", "json", file.toString())).isEqualTo(Exit.FINDINGS);
        assertThat(out.toString()).contains("\"level\": \"warning\"", "\"rule\": \"RB-C14\"");
    }

    @Test
    void aDirectoryIsCheckedFileByFile() throws IOException {
        write(good.replace("mode: act", "mode: dance"));
        assertThat(run("runbook", "validate", folder.toString())).isEqualTo(Exit.FINDINGS);
        assertThat(out.toString()).contains("[RB-K05]");
    }

    @Test
    void whatIsNotThereExitsWithFive() {
        assertThat(run("runbook", "validate", folder.resolve("none.yaml").toString()))
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(run("runbook", "show", "none")).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(run("runbook", "validate", "--loud")).isEqualTo(Exit.USAGE);
        assertThat(run("runbook", "show", "backbone-outage", "-o", "xml")).isEqualTo(Exit.USAGE);
    }

    @Test
    void showReadsLikePaper() {
        assertThat(run("runbook", "show", "backbone-outage")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("骨幹線路中斷應變", "1  再次確認主線路不通");
        assertThat(run("runbook", "print", "backbone-outage", "--lang", "en")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("1  Confirm that the main line is down");
    }

    @Test
    void onPaperItIsAListToTickOff() {
        assertThat(run("runbook", "show", "backbone-outage", "--paper")).isEqualTo(Exit.OK);
        assertThat(out.toString()).startsWith("<!DOCTYPE html>").contains("☐", "骨幹線路中斷應變", "第 1／");
        assertThat(run("runbook", "show", "backbone-outage", "--paper", "-o", "json"))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void showAsJsonAndTheSchemaAreMachineReadable() {
        assertThat(run("runbook", "show", "backbone-outage", "-o", "json")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("\"runbook\": \"backbone-outage\"");
        assertThat(run("runbook", "schema")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("\"$id\": \"urn:xuhang:runbook\"");
    }

    @Test
    void listNamesThem() {
        assertThat(run("runbook", "list")).isEqualTo(Exit.OK);
        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("backbone-outage "));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("backbone-return.yaml"), text);
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
