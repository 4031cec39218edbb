package tw.xuhang.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.port.AttemptId;

class LineageTest {

    private static final AttemptId ATTEMPT = new AttemptId("run/2026-0001.2", 7);

    @Test
    void aChildIsCalledAfterTheAttemptThatBeganIt() {
        assertThat(Lineage.child(ATTEMPT)).isEqualTo("2026-0001.2-7");
        assertThat(Lineage.begunBy("2026-0001.2-7")).contains(ATTEMPT);
        assertThat(Lineage.parent("2026-0001.2-7")).contains("2026-0001.2");
    }

    @Test
    void aChildOfAChildKnowsBothAndIsNotTheChildOfItsEldest() {
        String below = Lineage.child(new AttemptId("run/2026-0001.2-7", 14));
        assertThat(below).isEqualTo("2026-0001.2-7-14");
        assertThat(Lineage.isChild(below, "2026-0001.2-7")).isTrue();
        assertThat(Lineage.isChild(below, "2026-0001.2")).isFalse();
        assertThat(Lineage.eldest(below)).isEqualTo("2026-0001.2");
        assertThat(Lineage.level(below)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-0001.2", "1", "case-1", "2026-0001", "case-b.1", ""})
    void aRunOfTheCaseItselfHasNoParentThoughTheCaseHasHyphens(String run) {
        assertThat(Lineage.begunBy(run)).isEmpty();
        assertThat(Lineage.level(run)).isEqualTo(1);
        assertThat(Lineage.eldest(run)).isEqualTo(run);
    }
}
