package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

class RunbookReaderTest {

    @Test
    void aRefusalNamesThePlaceTheMistakeAndTheNearestKey() {
        String spoiled = Sample.TEXT.replaceFirst(
                "idempotent: true\n            resource", "idempotant: true\n            resource");
        assertThat(Sample.check(spoiled).findings())
                .map(Finding::toString)
                .containsExactly("library/sample.yaml:35:13: error: unknown key 'idempotant' in an ansible step; "
                        + "did you mean 'idempotent'? [RB-K01]");
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheText() {
        String spoiled = Sample.TEXT
                .replace("owner: server-room", "ownr: server-room")
                .replace("timeout: 10s", "timeout: 10")
                .replace("severity: critical", "severity: crticial");
        assertThat(Sample.check(spoiled).findings())
                .map(Finding::rule)
                .containsExactly(Rule.MISSING_KEY, Rule.UNKNOWN_KEY, Rule.BAD_DURATION, Rule.BAD_VALUE);
    }

    @Test
    void aMisspeltKindStillHasItsOtherKeysRead() {
        String spoiled = Sample.TEXT
                .replace("- ansible: back", "- ansibel: back")
                .replace("playbook: failback", "playbok: failback");
        assertThat(Sample.check(spoiled).findings())
                .map(Finding::message)
                .contains(
                        "unknown kind of step 'ansibel'; did you mean 'ansible'?",
                        "unknown key 'playbok' in an ansible step; did you mean 'playbook'?");
    }

    @ParameterizedTest
    @CsvSource({"10s,10", "30m,1800", "4h,14400", "14d,1209600", "99999d,8639913600"})
    void durationsAreReadAsPeopleWriteThem(String written, long seconds) {
        assertThat(written).matches(Durations.PATTERN);
        assertThat(Durations.parse(written)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(Durations.print(Durations.parse(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0s", "-5m", "1.5h", "PT30M", "30 m", "30M", "1w", "5", "''", "100000s"})
    void otherDurationsAreRefused(String written) {
        String spoiled = Sample.TEXT.replace("timeout: 10s", "timeout: '" + written + "'");
        assertThat(Sample.check(spoiled).findings()).map(Finding::rule).containsExactly(Rule.BAD_DURATION);
    }

    @Test
    void decomposedTextBecomesComposed() {
        String spoiled = Sample.TEXT.replace("en: Sample", "en: Cafe\u0301");
        assertThat(Sample.check(spoiled).runbook().orElseThrow().title().en()).isEqualTo("Caf\u00E9");
    }

    @Test
    void theVersionIsOfTheBytesAndNotOfTheMeaning() {
        Runbook one = read(Sample.TEXT);
        Runbook two = read(Sample.TEXT + "# a comment\n");
        assertThat(one.steps()).isEqualTo(two.steps());
        assertThat(one.version()).isNotEqualTo(two.version());
    }

    @Test
    void whatIsWrittenIsWhatIsMeant() {
        Runbook runbook = read(Sample.TEXT);
        Step.Probe gate = (Step.Probe) runbook.steps().getFirst();
        assertThat(gate.frame().onFailure()).isEqualTo(new OnFailure.End("false-alarm"));
        assertThat(gate.frame().idempotent()).isTrue();
        assertThat(gate.expect()).isEqualTo(new Step.Probe.Expect(false, Duration.ofSeconds(5), Duration.ZERO));
        Step.Ansible ansible = (Step.Ansible) runbook.step("switch").orElseThrow();
        assertThat(ansible.frame().onFailure()).isEqualTo(new OnFailure.Ask("server-room"));
        assertThat(ansible.frame().retry().times()).isEqualTo(2);
        assertThat(List.copyOf(ansible.with().entrySet()).toString()).isEqualTo("[to=$main, count=3]");
        assertThat(runbook.step("tell").orElseThrow().frame().onFailure()).isEqualTo(new OnFailure.Stop());
    }

    @Test
    void windowsLineEndsKeepTheirLineNumbers() {
        String spoiled =
                Sample.TEXT.replace("owner: server-room", "owner: nobody").replace("\n", "\r\n");
        assertThat(Sample.check(spoiled).findings()).map(Finding::position).containsExactly(new Position(4, 8));
    }

    @Test
    void aTextWithACommaBetweenBracesIsToldToBeQuoted() {
        String spoiled = Sample.TEXT.replace("en: Confirm }", "en: Confirm, then go on }");
        assertThat(Sample.check(spoiled).findings())
                .map(Finding::message)
                .anyMatch(message -> message.endsWith("a text with a comma between { } stands in quotes"));
    }

    @Test
    void aFindingIsAlsoJson() {
        var finding = new Finding("a\"b.yaml", 1, 2, Rule.SYNTAX, "tab\there");
        assertThat(finding.json()).isEqualTo("""
                        {
                          "file": "a\\"b.yaml",
                          "line": 1,
                          "column": 2,
                          "level": "error",
                          "message": "tab\\there",
                          "rule": "RB-F05"
                        }""");
    }

    private static Runbook read(String text) {
        return RunbookReader.read(text.getBytes(StandardCharsets.UTF_8), Sample.FILE) instanceof Reading.Read read
                ? read.runbook()
                : org.junit.jupiter.api.Assertions.fail("refused");
    }
}
