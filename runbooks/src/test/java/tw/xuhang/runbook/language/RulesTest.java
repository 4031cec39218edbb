package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    @Test
    void theSampleHasNoFinding() {
        assertThat(Sample.check(Sample.TEXT).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleFindsItsExampleAtItsPlace(Rule rule) {
        Spoiled spoiled = Spoiled.of(rule);
        List<Finding> found = Sample.check(spoiled.bytes()).findings().stream()
                .filter(finding -> finding.rule() == rule)
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(found)
                .anySatisfy(finding -> assertThat(rest(spoiled.text(), finding)).startsWith(spoiled.at()));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void anErrorRefusesTheRunbookAndAWarningDoesNot(Rule rule) {
        Library.Checked checked = Sample.check(Spoiled.of(rule).bytes());
        boolean anyError = checked.findings().stream().anyMatch(f -> f.level() == Level.ERROR);
        assertThat(checked.runbook().isEmpty()).isEqualTo(anyError);
        assertThat(anyError).isEqualTo(rule.level() == Level.ERROR);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasASectionForPeople(Rule rule) throws IOException {
        String docs = Files.readString(Path.of("../docs/runbook-rules.md"));
        String level = rule.level() == Level.ERROR ? "error" : "warning";
        assertThat(docs).contains("\n### " + rule.id() + " · " + level + "\n\n" + rule.says() + "\n");
    }

    @Test
    void theDocsHaveNoRuleThatIsNotThere() throws IOException {
        List<String> sections = Files.readAllLines(Path.of("../docs/runbook-rules.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4, 10))
                .toList();
        assertThat(sections)
                .containsExactlyElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    @Test
    void idsAreGivenOnce() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
    }

    private static String rest(String text, Finding finding) {
        String line = text.lines().toList().get(finding.line() - 1);
        return line.substring(line.offsetByCodePoints(0, finding.column() - 1));
    }
}
