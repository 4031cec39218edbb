package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.port.Outcome;

/** On events recorded from ansible-runner 2.3.1. */
final class VerdictTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void aFailedTaskIsNamedWithHostAndStatus() throws Exception {
        assertThat(recorded("fail.ndjson").judge("failed", 2)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo("failed: localhost at 'breaks': exit status 1");
            assertThat(failed.facts()).containsEntry("failed", "localhost");
        });
    }

    @Test
    void anUnreachableHostIsNotCalledAFailedTask() throws Exception {
        assertThat(recorded("unreachable.ndjson").judge("failed", 4))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("unreachable: deadhost at 'ping'")
                                .contains("Connection refused"));
    }

    @Test
    void successfulByStatusAloneIsNotEnough() throws Exception {
        assertThat(recorded("fail.ndjson").judge("successful", 0)).isInstanceOf(Outcome.Failed.class);
        assertThat(new Verdict(text -> text).judge("successful", 0)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aRunThatWasCutShortSaysHowFarItCame() throws Exception {
        assertThat(recorded("fail.ndjson").cut("total", "ended because it took too long"))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.reason()).endsWith("last task begun: 'breaks' on localhost");
                    assertThat(failed.facts()).containsEntry("ended", "total");
                });
    }

    @Test
    void whyAPlaybookCouldNotEvenBeginIsTheReason() throws Exception {
        assertThat(recorded("no-home.ndjson").judge("failed", 5))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("Unable to create local directories")
                                .contains("Permission denied"));
    }

    private static Verdict recorded(String name) throws Exception {
        var verdict = new Verdict(text -> text);
        try (InputStream source = Objects.requireNonNull(VerdictTest.class.getResourceAsStream("recorded/" + name))) {
            long counter = 0;
            for (String line : new String(source.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                counter++;
                verdict.add(RunnerEvent.of(counter, MAPPER.readTree(line)));
            }
        }
        return verdict;
    }
}
