package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.rehearsal.Change;

/** Rehearsals of the sample runbook, which uses every key of the language. */
class RehearsalsTest {

    private static final String FILE = "rehearsals/sample.good.yaml";

    private static final String GOOD = """
            rehearsal: good
            runbook: sample
            title: { zh-TW: 順利, en: All goes well }
            starts on: { signal: link.down, about: { role: backbone, key: main } }
            with: { main: second }
            steps:
              gate:
                - { sees: unreachable }
              switch:
                - { result: failed, after: 1m, says: no route }
                - { result: done, after: 5s }
              call:
                - { result: done, facts: { answer: acknowledged } }
              look:
                - { sees: reachable, after: 2s }
              go:
                - { result: done, after: 40m }
              relocate:
                - { result: done, after: 30m, facts: { remark: 十二人 } }
            meanwhile:
              - { at: 3h, signal: link.steady }
            expected:
              - gate starts at 0s
              - gate done at 5s
              - switch starts at 5s
              - go starts at 5s
              - guests starts at 5s
              - steady starts at 5s
              - switch failed at 1m5s
              - switch starts at 1m15s
              - switch done at 1m20s
              - call starts
              - call done
              - tell starts
              - tell done
              - look starts at 1m20s
              - look done at 1m22s
              - guests done at 5m5s
              - go done at 40m5s
              - relocate starts at 40m5s
              - relocate done at 1h10m5s
              - steady done at 3h
              - settle starts at 3h
              - settle done at 3h10s
              - taken starts
              - taken done at 3h10s
              - calm starts
              - a-while starts
              - a-while done at 3h12s
              - calm not needed at 3h12s
              - way-on starts
              - back-again chosen at 3h12s
              - say-back starts
              - say-back done
              - dry-hall starts
              - dry-cellar starts
              - dry-hall done at 3h14s
              - dry-cellar done at 3h14s
            outcome: succeeded at 3h14s
            """;

    @Test
    void aRehearsalThatComesOutAsExpectedHasNoFinding() {
        assertThat(play(GOOD).findings()).isEmpty();
        assertThat(play(GOOD).met()).isTrue();
    }

    @Test
    void itComesOutTheSameEveryTime() {
        assertThat(play(GOOD)).isEqualTo(play(GOOD));
    }

    @Test
    void aDifferenceIsSaidAtTheLineThatWasNotMet() {
        says(
                "look done at 1m22s",
                "look done at 9m",
                "look done",
                "expected 'look done at 9m', seen at 1m22s [RH-D02]");
        says("switch failed at 1m5s", "switch skipped", "switch skipped", "'switch skipped', not seen here [RH-D01]");
        says(
                "  - tell starts\n",
                "",
                "tell done",
                "expected nothing else before this, seen 'tell starts at 1m20s' [RH-D01]");
        says(" succeeded at 3h14s", " partial", "partial", "expected 'partial', seen 'succeeded at 3h14s' [RH-D03]");
        says("succeeded at 3h14s", "succeeded at 3h", "succeeded at", "'succeeded at 3h', seen at 3h14s [RH-D02]");
        says("{ at: 3h, ", "{ at: 5h, ", "{ at: 5h", "this never comes to pass in the run [RH-D04]");
    }

    @Test
    void whatTheRunbookDoesNotHaveIsAnErrorAtItsPlace() {
        refuses("rehearsal: good", "rehearsal: bad", "bad", "RH-C01");
        refuses("runbook: sample", "runbook: simple", "simple", "RH-C02");
        refuses("  look:\n", "  lok:\n", "{ sees: reachable", "RH-C03");
        refuses("settle done at 3h10s", "settel done at 3h10s", "settel done", "RH-C03");
        refuses("main: second", "mian: second", "{ mian", "RH-C04");
        refuses("signal: link.down", "signal: link.up", "{ signal: link.up", "RH-C05");
        refuses("role: backbone", "role: spare", "{ signal: link.down", "RH-C05");
        refuses("after: 5s }", "after: 3m }", "{ result: done", "RH-C07");
    }

    @Test
    void onlyAProbeSeesAndOnlyATaskIsLeftOut() {
        assertThat(rules(GOOD.replace("result: done, after: 5s", "sees: reachable")))
                .containsExactly("RH-C06");
        assertThat(rules(GOOD.replace("result: done, after: 5s", "result: skipped")))
                .containsExactly("RH-C06");
        assertThat(rules(GOOD.replace("  look:\n", "  settle:\n"))).contains("RH-C06");
    }

    @Test
    void anUnknownKeyIsRefusedAsInARunbook() {
        List<Finding> found = play(GOOD.replace("meanwhile:", "meanwile:")).findings();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().toString())
                .isEqualTo(FILE + ":20:1: error: unknown key 'meanwile' in a rehearsal; did you mean 'meanwhile'?"
                        + " [RB-K01]");
    }

    @Test
    void silenceOfPeopleLeavesTheRunOpenAndSaysWhoIsWaitedFor() {
        String silent = GOOD.replace("    - { result: done, after: 40m }\n", "    - { result: hangs }\n");
        RehearsalReport report = play(silent);
        assertThat(report.performance().orElseThrow().outcome()).isEqualTo("open");
        assertThat(report.findings().getLast().message()).contains("still waiting: go (clock: declaration-limit)");
    }

    @Test
    void aRefusedConsentEndsItsBranchWithTheReason() {
        RehearsalReport report = play(GOOD.replace("result: done, after: 40m", "result: failed, says: 不同意"));
        assertThat(report.performance().orElseThrow().seen())
                .noneMatch(seen -> seen.step().equals("relocate"))
                .anyMatch(seen -> seen.step().equals("go") && seen.why().equals("不同意"));
        assertThat(report.performance().orElseThrow().outcome()).isEqualTo("failed");
    }

    @Test
    void aConditionSeesWhatHappensAroundTheRun() {
        String away = GOOD.replace("meanwhile:\n", "meanwhile:\n  - { away: website }\n")
                .replace("{ sees: reachable, after: 2s }", "{ sees: unreachable }");
        RehearsalReport report = play(away);
        assertThat(report.performance().orElseThrow().seen())
                .anyMatch(seen -> seen.step().equals("still-away")
                        && seen.change() == Change.CHOSEN
                        && seen.why().contains("outage.services=1"));
        RehearsalReport back = play(away.replace("meanwhile:\n", "meanwhile:\n  - { at: 2h, back: website }\n"));
        assertThat(back.performance().orElseThrow().seen())
                .anyMatch(seen -> seen.step().equals("back-again") && seen.change() == Change.CHOSEN);
        refuses("meanwhile:\n", "meanwhile:\n  - { away: webseite }\n", "{ away: webseite", "RH-C08");
    }

    @Test
    void whatIsSoBeforeTheRunBeginsIsSeenByItsFirstStep() {
        String taken = GOOD.replace("meanwhile:\n", "meanwhile:\n  - { taken: uplink/second }\n")
                .replace("gate starts at 0s", "gate starts");
        assertThat(play(taken).performance().orElseThrow().seen())
                .anyMatch(seen -> seen.toString().equals("switch waits at 5s"));
    }

    @Test
    void theJsonHoldsWhatWasSeenAndWhatDiffers() {
        assertThat(RehearsalReport.json(List.of(play(GOOD))))
                .contains("\"met\": true", "\"change\": \"done\"", "\"findings\": []");
    }

    private static void says(String from, String to, String at, String message) {
        String text = GOOD.replace(from, to);
        assertThat(play(text).findings()).anySatisfy(finding -> {
            assertThat(finding.toString()).endsWith(message);
            assertThat(rest(text, finding)).startsWith(at);
        });
    }

    private static void refuses(String from, String to, String at, String rule) {
        String text = GOOD.replace(from, to);
        RehearsalReport report = play(text);
        assertThat(report.performance()).isEmpty();
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo(rule);
            assertThat(rest(text, finding)).startsWith(at);
        });
    }

    private static String rest(String text, Finding finding) {
        String line = text.lines().toList().get(finding.line() - 1);
        return line.substring(line.offsetByCodePoints(0, finding.column() - 1));
    }

    private static List<String> rules(String text) {
        return play(text).findings().stream().map(f -> f.rule().id()).distinct().toList();
    }

    private static RehearsalReport play(String text) {
        Runbook sample = Sample.check(Sample.TEXT).runbook().orElseThrow();
        return Rehearsals.play(
                new Source(FILE, text.getBytes(StandardCharsets.UTF_8)),
                key -> key.equals("sample") ? Optional.of(sample) : Optional.empty());
    }
}
