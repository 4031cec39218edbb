package tw.xuhang.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.xuhang.publication.LineDifference.Kind;
import tw.xuhang.publication.LineDifference.Line;

/** The difference that people publish upon must be the whole difference. */
final class LineDifferenceTest {

    @Test
    void itNamesWhatChangedWithThreeLinesAroundIt() {
        String before = lines(1, 10);
        String after = before.replace("5\n", "five\n");
        assertThat(LineDifference.of(before, after))
                .map(Line::toString)
                .containsExactly("@@ -2 +2 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8");
        assertThat(LineDifference.of(before, before)).isEmpty();
        assertThat(LineDifference.of("", "a\n")).map(Line::toString).containsExactly("@@ -1 +1 @@", "+a");
    }

    @Test
    void everyDifferenceMakesTheNewTextOfTheOld() {
        var random = new Random(20261123);
        for (int round = 0; round < 400; round++) {
            List<String> before = text(random, random.nextInt(30));
            List<String> after = text(random, random.nextInt(30));
            assertThat(applied(before, LineDifference.of(String.join("\n", before), String.join("\n", after))))
                    .as("round %s: %s -> %s", round, before, after)
                    .isEqualTo(after);
        }
    }

    @Test
    void textsTooLongForATableAreReplacedWhole() {
        String before = lines(1, 3000);
        String after = lines(5001, 8000);
        List<Line> lines = LineDifference.of(before, after);
        assertThat(lines.stream().filter(line -> line.kind() == Kind.REMOVED)).hasSize(3000);
        assertThat(lines.stream().filter(line -> line.kind() == Kind.ADDED)).hasSize(3000);
    }

    private static List<String> applied(List<String> before, List<Line> difference) {
        var after = new ArrayList<String>();
        int next = 0;
        for (Line line : difference) {
            if (line.kind() == Kind.GAP) {
                continue;
            }
            if (line.kind() != Kind.ADDED) {
                after.addAll(before.subList(next, line.before() - 1));
                assertThat(before.get(line.before() - 1)).isEqualTo(line.text());
                next = line.before();
            }
            if (line.kind() == Kind.ADDED && line.after() - 1 > after.size()) {
                int missing = line.after() - 1 - after.size();
                after.addAll(before.subList(next, next + missing));
                next += missing;
            }
            if (line.kind() != Kind.REMOVED) {
                after.add(line.text());
            }
        }
        after.addAll(before.subList(next, before.size()));
        return after;
    }

    private static List<String> text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> "line " + random.nextInt(6))
                .collect(Collectors.toList());
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }
}
