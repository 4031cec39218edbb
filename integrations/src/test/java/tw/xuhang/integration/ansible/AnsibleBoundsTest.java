package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.integration.ansible.AnsibleHome.Limits;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Event;
import tw.xuhang.runbook.port.Playbooks.Order;

/** A playbook without measure harms itself only. */
@Tag("slow")
final class AnsibleBoundsTest {

    @TempDir
    Path folder;

    private final List<Event> log = new ArrayList<>();

    @BeforeEach
    void needsAnsibleRunner() {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
    }

    /** 32 MiB are printed; the follower has 20 MiB of heap in all. */
    @Test
    void memoryStaysSmallWhileAPlaybookPrintsForEver() throws Exception {
        Process follower = OtherJvm.run(folder, "b.1", "chatty.yml", Map.of(), "-Xmx20m", "-XX:+UseSerialGC");

        assertThat(follower.waitFor(110, TimeUnit.SECONDS)).isTrue();

        assertThat(AnsibleFixture.lines(folder.resolve("b.1.jvm")))
                .last()
                .asString()
                .contains("ended because it printed too much")
                .doesNotContain("OutOfMemory");
        assertThat(new AnsibleFixture(folder)
                        .claim("b.1")
                        .folder()
                        .resolve("stdout")
                        .toFile()
                        .length())
                .isGreaterThan(30L << 20);
    }

    @Test
    void theLogIsCutAndSaysSo() throws Exception {
        Outcome outcome = run("b.2", "chatty.yml", new Limits(Duration.ofSeconds(1), 10, 100_000, 8L << 20, 0, 0));

        assertThat(log).hasSize(11);
        assertThat(log).extracting(Event::text).allMatch(text -> text.length() <= 2_001);
        assertThat(log.getLast().text()).startsWith("the log is full");
        assertThat(outcome.facts()).containsEntry("ended", "output");
    }

    @Test
    void aTaskThatTakesAllMemoryFailsAloneAndTheRunGoesOnToItsEnd() throws Exception {
        Outcome outcome =
                run("b.3", "greedy.yml", new Limits(Duration.ofSeconds(1), 100, 100_000, 8L << 20, 256L << 20, 0));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.reason()).startsWith("failed: here at 'print for ever in one task'"));
        assertThat(outcome.facts()).doesNotContainKey("ended").containsEntry("failed", "here");
    }

    private Outcome run(String ident, String playbook, Limits limits) throws InterruptedException {
        var order = new Order(ident, playbook, Map.of(), Duration.ofSeconds(60), Duration.ofSeconds(90), false);
        var home = new AnsibleFixture(folder).home().with(limits);
        return new AnsiblePlaybooks(home, text -> text, System::nanoTime).run(order, log::add);
    }
}
