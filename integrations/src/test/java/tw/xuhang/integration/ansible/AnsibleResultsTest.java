package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
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

/** The result is read from what happened to each host, never from the exit status alone. */
@Tag("slow")
final class AnsibleResultsTest {

    @TempDir
    Path folder;

    private final List<Event> log = new ArrayList<>();

    @BeforeEach
    void needsAnsibleRunner() {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
    }

    @Test
    void anUnreachableHostFailsTheAttempt() throws Exception {
        assertThat(failure("unreachable.yml").reason()).startsWith("unreachable: dead at 'try'");
        assertThat(log).extracting(Event::level).contains("unreachable");
    }

    @Test
    void oneUnreachableHostOfTwoFailsTheAttemptAndSaysWhich() throws Exception {
        Outcome.Failed failed = failure("partial.yml");

        assertThat(failed.reason()).contains("dead").doesNotContain("here");
        assertThat(failed.facts()).containsEntry("unreachable", "dead").containsEntry("hosts", "dead,here");
    }

    @Test
    void aForgivenUnreachableHostStillFailsTheAttemptThoughAnsibleExitsWithZero() throws Exception {
        assertThat(failure("forgiven.yml").facts()).containsEntry("unreachable", "dead");
        assertThat(AnsibleFixture.lines(claim("forgiven.yml").folder().resolve("rc")))
                .containsExactly("0");
    }

    @Test
    void aRescuedFailureIsASuccessThatSaysSo() throws Exception {
        assertThat(run("rescued.yml"))
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        outcome -> assertThat(outcome.facts()).containsEntry("rescued", "1"));
        assertThat(log).extracting(Event::level).contains("failed");
    }

    @Test
    void anIgnoredFailureIsASuccessThatSaysSo() throws Exception {
        assertThat(run("ignored.yml"))
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        outcome -> assertThat(outcome.facts()).containsEntry("ignored", "1"));
        assertThat(log).extracting(Event::text).anyMatch(text -> text.startsWith("(ignored)"));
    }

    @Test
    void aPlaybookThatMatchesNoHostFailsThoughAnsibleExitsWithZero() throws Exception {
        assertThat(failure("nobody.yml").reason()).contains("'for nobody' matched no host");
        assertThat(AnsibleFixture.lines(claim("nobody.yml").folder().resolve("rc")))
                .containsExactly("0");
    }

    @Test
    void oneOfTwoPlaysThatMatchesNoHostFailsTheAttempt() throws Exception {
        assertThat(failure("half-nobody.yml").reason()).contains("'for nobody' matched no host");
    }

    @Test
    void aPlaybookThatCannotBeReadSaysWhereItIsWrong() throws Exception {
        assertThat(failure("syntax.yml").reason())
                .contains("no_such_module_zz")
                .contains("syntax.yml': line 3, column 7");
    }

    @Test
    void aFailedItemOfALoopIsNamedNotJustCounted() throws Exception {
        assertThat(failure("items.yml").reason()).contains("cannot do b").doesNotContain("cannot do c");
    }

    @Test
    void whatAPlaybookReportsBecomesFacts() throws Exception {
        assertThat(run("results.yml").facts())
                .containsEntry("gateway", "10.2.0.2")
                .containsEntry("took_ms", "12");
    }

    @Test
    void aPlaybookThatAsksForAKeyIsEndedForItsSilence() throws Exception {
        var order = new Order("a.1", "asks.yml", Map.of(), Duration.ofSeconds(5), Duration.ofSeconds(60), false);

        assertThat(new AnsibleFixture(folder).playbooks().run(order, log::add).facts())
                .containsEntry("ended", "idle");
    }

    private Outcome.Failed failure(String playbook) throws InterruptedException {
        Outcome outcome = run(playbook);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    private Outcome run(String playbook) throws InterruptedException {
        var order = new Order(playbook, playbook, Map.of(), Duration.ofSeconds(60), Duration.ofSeconds(90), false);
        return new AnsibleFixture(folder).playbooks().run(order, log::add);
    }

    private Claim claim(String playbook) {
        return new AnsibleFixture(folder).claim(playbook);
    }
}
