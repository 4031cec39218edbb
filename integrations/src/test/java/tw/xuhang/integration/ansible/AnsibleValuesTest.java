package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Event;
import tw.xuhang.runbook.port.Playbooks.Order;

/** What comes from outside is data: never a template, a word of a shell, an option or a file to read. */
@Tag("slow")
final class AnsibleValuesTest {

    private static final String SECRET = "s3cret-續航";
    private static final List<String> EVIL = List.of(
            "{{ lookup('pipe','id') }}",
            "{% for x in [1] %}{{ x }}{% endfor %}",
            "\"; reboot #",
            "$(touch /tmp/xuhang-injected)`id`",
            "@/etc/passwd",
            "--extra-vars=x",
            "-c",
            "!unsafe x",
            "a: {b: c}",
            "two\nlines\r\n",
            "",
            "資安長同意？");

    @TempDir
    Path folder;

    private final List<Event> log = new ArrayList<>();

    @BeforeEach
    void needsAnsibleRunner() {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
    }

    @Test
    void everyValueArrivesAsItWasGiven() throws Exception {
        Path out = folder.resolve("out");
        Map<String, Object> variables = Map.of(
                "out",
                out.toString(),
                "values",
                EVIL,
                "nested",
                Map.of("key", Map.of("deep", "{{ 1 + 1 }}")),
                "number",
                42,
                "truth",
                true);

        assertThat(run("values.yml", variables)).isInstanceOf(Outcome.Succeeded.class);

        JsonNode written = new JsonMapper().readTree(out.toFile());
        assertThat(written.path("values")).extracting(JsonNode::asText).containsExactlyElementsOf(EVIL);
        assertThat(written.path("nested").path("key").path("deep").asText()).isEqualTo("{{ 1 + 1 }}");
        assertThat(written.path("number").isInt()).isTrue();
        assertThat(written.path("truth").isBoolean()).isTrue();
        assertThat(Files.readString(Path.of(out + ".printed"))).contains("{{ lookup('pipe','id') }}\n");
        assertThat(Path.of("/tmp/xuhang-injected")).doesNotExist();
    }

    @Test
    void variablesAreNobodyElsesToReadAndGoneAfterTheRun() throws Exception {
        var fixture = new AnsibleFixture(folder);
        var order = new Order(
                "s.1", "ok.yml", Map.of("marker", folder.resolve("m") + SECRET), seconds(60), seconds(90), false);
        var launch = new Launcher(fixture.home()).launch(order);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fixture.home().workdir().resolve("incoming"))))
                .isEqualTo("rwx------");

        launch.process().waitFor();

        assertThat(launch.process().exitValue()).isZero();
        assertThat(filesWith(fixture.home().workdir().resolve("runs"), SECRET)).isEmpty();
        assertThat(filesWith(fixture.home().workdir().resolve("incoming"), SECRET))
                .isEmpty();
    }

    @Test
    void theEnvironmentOfThisProcessReachesNeitherPlaybookNorArtifacts() throws Exception {
        assumeTrue(System.getenv("XUHANG_TEST_SECRET") == null, "only the other process has it");
        var other = OtherJvm.run(folder, "env.1", "ok.yml", Map.of("XUHANG_TEST_SECRET", SECRET));
        assertThat(other.waitFor()).isZero();

        assertThat(Files.readString(
                        new AnsibleFixture(folder).claim("env.1").folder().resolve("command")))
                .contains("ANSIBLE_STDOUT_CALLBACK")
                .contains("\"ANSIBLE_HOST_KEY_CHECKING\": \"True\"");
        assertThat(filesWith(new AnsibleFixture(folder).home().workdir(), SECRET))
                .isEmpty();
    }

    @Test
    void secretsAreTakenOutOfLogReasonAndFacts() throws Exception {
        var playbooks = new AnsiblePlaybooks(
                new AnsibleFixture(folder).home(), text -> text.replace(SECRET, "•••"), System::nanoTime);
        var order = new Order("s.2", "secret.yml", Map.of("key", SECRET), seconds(60), seconds(90), false);

        Outcome outcome = playbooks.run(order, log::add);

        assertThat(outcome.toString()).contains("no entry with •••").doesNotContain(SECRET);
        assertThat(log.toString()).contains("the key is •••").doesNotContain(SECRET);
        assertThat(playbooks.inquire("s.2").toString()).doesNotContain(SECRET);
    }

    private Outcome run(String playbook, Map<String, Object> variables) throws InterruptedException {
        return new AnsibleFixture(folder)
                .playbooks()
                .run(new Order("v.0", playbook, variables, seconds(60), seconds(90), false), log::add);
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
