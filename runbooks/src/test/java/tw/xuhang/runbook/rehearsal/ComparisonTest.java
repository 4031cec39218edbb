package tw.xuhang.runbook.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Place SOMEWHERE = new Place(1, 1);

    @Test
    void oneThingTooManyDoesNotSpoilTheRest() {
        var rows = Comparison.of(
                List.of(expected("a", 0), expected("c", 2)), List.of(seen("a", 0), seen("b", 1), seen("c", 2)));
        assertThat(rows).extracting(Comparison.Row::met).containsExactly(true, false, true);
        assertThat(rows.get(1).seen()).contains(seen("b", 1));
    }

    @Test
    void whatDidNotComeStandsWhereItWasExpected() {
        var rows = Comparison.of(List.of(expected("a", 0), expected("b", 1)), List.of(seen("b", 1)));
        assertThat(rows.getFirst().seen()).isEmpty();
        assertThat(rows.getLast().met()).isTrue();
    }

    @Test
    void aStepAtAnotherTimeIsTheSameStep() {
        var row =
                Comparison.of(List.of(expected("a", 3)), List.of(seen("a", 4))).getFirst();
        assertThat(row.expected()).isPresent();
        assertThat(row.seen()).isPresent();
        assertThat(row.met()).isFalse();
    }

    @Test
    void whatIsExpectedAtNoTimeMayComeAtAny() {
        var whenever = new Rehearsal.Expected(SOMEWHERE, "a", Change.DONE, Optional.empty());
        assertThat(Comparison.of(List.of(whenever), List.of(seen("a", 99)))).allMatch(Comparison.Row::met);
    }

    @Test
    void twoStepsInTheWrongOrderAreADifference() {
        var rows = Comparison.of(List.of(expected("a", 0), expected("b", 0)), List.of(seen("b", 0), seen("a", 0)));
        assertThat(rows).anyMatch(row -> !row.met());
    }

    private static Rehearsal.Expected expected(String step, long second) {
        return new Rehearsal.Expected(SOMEWHERE, step, Change.DONE, Optional.of(Duration.ofSeconds(second)));
    }

    private static Seen seen(String step, long second) {
        return new Seen(step, Change.DONE, Duration.ofSeconds(second), "");
    }
}
