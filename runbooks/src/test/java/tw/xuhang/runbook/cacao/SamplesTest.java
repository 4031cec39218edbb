package tw.xuhang.runbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

/** Every playbook that SOARCA ships as an example does what its name says. */
class SamplesTest {

    @Test
    void noSampleIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(Samples.folder("soarca/examples"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "fin-playbook.json",
                            "http-playbook.json",
                            "manual-playbook.json",
                            "openc2-playbook.json",
                            "powershell-playbook.json",
                            "ssh-playbook.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fin", "http", "manual", "openc2", "powershell", "ssh"})
    void everySampleBecomesARunbookThatCanBeLoaded(String name) throws IOException {
        Imported.Runbook runbook = runbook(name);
        assertThat(runbook.became()).isNotEmpty().allMatch(one -> one.kind().equals("task"));
        assertThat(PlaybookImportTest.loaded(runbook).steps()).hasSameSizeAs(runbook.became());
        assertThat(runbook.yaml()).doesNotContain("Password1234!", "user-auth");
        assertThat(ImportReport.text(runbook, name, name, "en")).doesNotContain("Password1234!");
    }

    @Test
    void theManualSampleIsATaskWithAField() throws IOException {
        Step.Task task = task(runbook("manual"), 0);
        assertThat(task.checklist())
                .extracting(Text::en)
                .contains("prepare Falcon for hyperspeed jump")
                .anyMatch(point -> point.startsWith("On: Luke Skywalker"));
        assertThat(task.record()).containsExactly(Map.entry("hyperspeed-ready", "text"));
        assertThat(task.frame().timeout()).contains(Duration.ofSeconds(100));
    }

    @Test
    void theSshSampleIsTwoTasksInOrderWithItsVariablesFilledIn() throws IOException {
        Imported.Runbook runbook = runbook("ssh");
        assertThat(points(runbook, 0)).contains("Run by ssh: ls -la", "On: system 1 (ipv4 192.168.0.10)");
        assertThat(points(runbook, 1)).contains("Run by ssh: touch /root/file1");
        assertThat(runbook.remarks()).extracting(Remark::code).contains("login-open");
    }

    @Test
    void theOthersSayWhatAPersonIsToDo() throws IOException {
        assertThat(points(runbook("http"), 0))
                .contains("Run by http-api: GET get HTTP1.1", "On: httpbin (dname httpbin.org)");
        assertThat(points(runbook("powershell"), 0))
                .contains("Run by powershell: pwd", "On: Windows (ipv4 192.168.1.2; port 5985)");
        assertThat(points(runbook("openc2"), 0))
                .contains("Run by openc2: POST post HTTP1.1")
                .anyMatch(point -> point.contains("\"deny\""));
        assertThat(runbook("fin").became()).extracting(Imported.Became::was).containsExactly("action (pong)");
    }

    /** One agent of the fin sample has no identifier as the schemas want it; it is imported all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "manual", "openc2", "powershell", "ssh"})
    void theSamplesAreValidForTheSchemasButForOne(String name) throws IOException {
        assertThat(Samples.judge(Samples.soarca(name))).isEmpty();
        assertThat(Samples.judge(Samples.soarca("fin")))
                .singleElement()
                .asString()
                .contains(".agent", "does not match");
    }

    private static Imported.Runbook runbook(String name) throws IOException {
        Imported imported = PlaybookImport.of(Samples.soarca(name), Fixtures.settings());
        assertThat(imported).isInstanceOf(Imported.Runbook.class);
        return (Imported.Runbook) imported;
    }

    private static Step.Task task(Imported.Runbook runbook, int index) {
        return (Step.Task) PlaybookImportTest.loaded(runbook).steps().get(index);
    }

    private static List<String> points(Imported.Runbook runbook, int index) {
        return task(runbook, index).checklist().stream().map(Text::en).toList();
    }
}
