package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a file holds: no exception, and every finding is one line at a place inside the file. */
class NoiseTest {

    private static final int ROUNDS = 3000;

    @Test
    void spoiledRunbooksAreRefusedAtAPlaceAndNeverThrow() {
        List<String> good = new ArrayList<>(List.of(Sample.TEXT));
        Library.shipped(Surroundings.unknown()).sources().values().forEach(source -> good.add(source.text()));
        Set<Finding.Reason> seen = new HashSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            // Neighbouring seeds begin with nearly the same numbers, and would spoil the same places.
            var random = new Random(i * 0x9E3779B97F4A7C15L);
            String text = good.get(random.nextInt(good.size()));
            byte[] bytes = switch (random.nextInt(4)) {
                case 0 -> Noise.word(text, random).getBytes(StandardCharsets.UTF_8);
                case 1 -> Noise.lines(text, random).getBytes(StandardCharsets.UTF_8);
                default -> Noise.anything(text.getBytes(StandardCharsets.UTF_8), random);
            };
            Library.Checked checked;
            try {
                checked = Sample.check(bytes);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + i, e);
            }
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            for (Finding finding : checked.findings()) {
                seen.add(finding.rule());
                assertInside(finding, lines, i);
            }
        }
        // The noise must reach every layer, or this test says nothing about it.
        assertThat(seen).hasSizeGreaterThan(16).contains(Rule.SYNTAX, Rule.UNKNOWN_KEY);
        assertThat(seen).filteredOn(rule -> rule.id().startsWith("RB-C")).hasSizeGreaterThan(3);
    }

    private static void assertInside(Finding finding, List<String> lines, int seed) {
        boolean oneLine =
                !finding.message().isBlank() && finding.message().chars().noneMatch(c -> c < ' ');
        boolean lineThere = finding.line() >= 1 && finding.line() <= Math.max(1, lines.size());
        if (!oneLine || !lineThere || finding.column() < 1 || finding.column() > width(lines, finding.line()) + 1) {
            throw new AssertionError("seed " + seed + ": " + finding);
        }
    }

    private static int width(List<String> lines, int line) {
        return lines.isEmpty()
                ? 0
                : lines.get(line - 1).codePointCount(0, lines.get(line - 1).length());
    }
}
