package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Order;

/** What is refused is refused before anything is started or claimed. */
final class RefusalsTest {

    @TempDir
    Path folder;

    private AnsibleHome home = AnsibleHome.of(Path.of("/"), Path.of("/"), Path.of("/"));

    @BeforeEach
    void project() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("ok.yml"), "- hosts: all\n");
        Files.writeString(project.resolve(".hidden.yml"), "- hosts: all\n");
        Files.createSymbolicLink(project.resolve("link.yml"), Path.of("ok.yml"));
        Files.createDirectory(project.resolve("folder.yml"));
        home = AnsibleHome.of(project, project.resolve("hosts"), folder.resolve("work"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../ok.yml",
                "sub/ok.yml",
                "/etc/passwd",
                "-e.yml",
                "ok.yaml",
                "ok",
                "ansible.cfg",
                ".hidden.yml",
                "ok.yml\n",
                "ok.yml\0.yml",
                "",
                "link.yml",
                "folder.yml",
                "missing.yml"
            })
    void onlyPlainFilesOfTheProjectArePlaybooks(String name) throws Exception {
        assertRefused(order("c.1", name, Map.of()), "playbook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "-x", ".x", "x\n", "x\0", "a b"})
    void onlyPlainWordsNameAnAttempt(String ident) throws Exception {
        assertRefused(order(ident, "ok.yml", Map.of()), "not the name of an attempt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a-b", "1a", "a\n", "{{ a }}"})
    void onlyNamesAnsibleKnowsNameAVariable(String name) throws Exception {
        assertRefused(order("c.1", "ok.yml", Map.of(name, "x")), "not the name of a variable");
    }

    @Test
    void keysThatAnsibleReadsAsInstructionsAreNoData() throws Exception {
        assertRefused(order("c.1", "ok.yml", Map.of("a", List.of(Map.of("__ansible_vault", "x")))), "instruction");
    }

    @Test
    void nothingIsStartedOnADiskThatIsNearlyFull() throws Exception {
        home = home.with(new AnsibleHome.Limits(Duration.ZERO, 1, 1, 1, 0, Long.MAX_VALUE));

        assertRefused(order("c.1", "ok.yml", Map.of()), "nothing was started: only");
    }

    private void assertRefused(Order order, String why) throws Exception {
        Outcome outcome = new AnsiblePlaybooks(home, text -> text, System::nanoTime).run(order, event -> {});

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains(why).doesNotContain("\n", "\0"));
        try (var claims = Files.list(home.workdir().resolve("artifacts"))) {
            assertThat(claims).isEmpty();
        }
        try (var launches = Files.list(home.workdir().resolve("incoming"))) {
            assertThat(launches).isEmpty();
        }
    }

    private static Order order(String ident, String playbook, Map<String, Object> variables) {
        return new Order(ident, playbook, variables, Duration.ofSeconds(5), Duration.ofSeconds(5), false);
    }
}
