package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a rehearsal's file holds, it is played or refused with a finding, never with an exception. */
class RehearsalNoiseTest {

    private static final int FILES = 3000;

    @Test
    void noFileIsTooStrange() {
        Library library = Library.shipped(Surroundings.unknown());
        List<Source> shipped = Rehearsals.shipped();
        Set<Finding.Reason> seen = new HashSet<>();
        for (int seed = 0; seed < FILES; seed++) {
            var random = new Random(seed);
            Source good = shipped.get(random.nextInt(shipped.size()));
            byte[] bytes = switch (random.nextInt(4)) {
                case 0 -> Noise.anything(good.bytes(), random);
                case 1 -> Noise.lines(good.text(), random).getBytes(StandardCharsets.UTF_8);
                default -> Noise.word(good.text(), random).getBytes(StandardCharsets.UTF_8);
            };
            try {
                RehearsalReport report = Rehearsals.play(new Source(good.name(), bytes), library::find);
                report.findings().forEach(finding -> seen.add(finding.rule()));
                assertThat(RehearsalReport.json(List.of(report))).contains("\"met\": " + report.met());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        // The noise must reach every layer, or this test says nothing about it.
        assertThat(seen)
                .contains(Rule.SYNTAX, Rule.UNKNOWN_KEY, RehearsalRule.UNKNOWN_STEP, RehearsalRule.DIFFERENT_STEPS);
    }
}
