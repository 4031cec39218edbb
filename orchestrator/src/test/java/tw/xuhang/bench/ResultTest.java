package tw.xuhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ResultTest {

    private static JsonNode json(String line) throws IOException {
        assertThat(line).doesNotContain("\n");
        return new ObjectMapper().readTree(line);
    }

    @Test
    void aResultIsOneLineOfJsonWithFiguresRoundedToThreeDigits() throws IOException {
        JsonNode line = json(
                new Result("steps").with("ratio", 2.0 / 3).with("steps", 30000).line(false));
        assertThat(line.get("benchmark").asText()).isEqualTo("steps");
        assertThat(line.get("ratio").asText()).isEqualTo("0.667");
        assertThat(line.get("steps").asText()).isEqualTo("30000");
    }

    @Test
    void aBarOnTheLineIsMet() {
        assertThat(new Result("x").atLeast("ratio", 0.4, 0.4, 0.8).meetsEveryBar())
                .isTrue();
        assertThat(new Result("x").atLeast("ratio", 0.39, 0.4, 0.8).meetsEveryBar())
                .isFalse();
        assertThat(new Result("x").atMost("commits", 1.2, 1.2, 1.1).meetsEveryBar())
                .isTrue();
        assertThat(new Result("x").atMost("commits", 1.21, 1.2, 1.1).meetsEveryBar())
                .isFalse();
    }

    @Test
    void oneMissedBarIsEnoughToMissThemAll() {
        var result = new Result("x").atLeast("ratio", 1, 0.4, 0.8).atMost("commits", 2, 1.2, 1.1);
        assertThat(result.meetsEveryBar()).isFalse();
    }

    @Test
    void aQuickRunShowsItsFiguresAndJudgesNothing() throws IOException {
        var result = new Result("x").atLeast("ratio", 0.5, 0.4, 0.8);
        assertThat(json(result.line(true)).at("/ratioBar/met").asBoolean()).isTrue();
        assertThat(json(result.line(true)).at("/ratioBar/aimMet").asBoolean(true))
                .isFalse();
        assertThat(json(result.line(false)).has("ratioBar")).isFalse();
        assertThat(json(result.line(false)).get("quick").asBoolean()).isTrue();
    }

    @Test
    void whatWasPassedOverSaysWhy() throws IOException {
        var result = Result.skipped("failover", "needs root");
        assertThat(result.wasSkipped()).isTrue();
        assertThat(json(result.line(true)).get("skipped").asText()).isEqualTo("needs root");
    }
}
