package tw.xuhang.runbook.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;

class AttemptTest {

    @Test
    void parametersAreReplacedByWholeNameAndOnlyOnce() {
        Attempt attempt = with(Map.of("main", "line-$main2", "main2", "other"));
        assertThat(attempt.resolve("vendor-of($main)")).isEqualTo("vendor-of(line-$main2)");
        assertThat(attempt.resolve("uplink/$main2")).isEqualTo("uplink/other");
    }

    @Test
    void whatIsNoParameterStaysAsItIs() {
        assertThat(with(Map.of()).resolve("5 $ or $5 or $none")).isEqualTo("5 $ or $5 or $none");
    }

    private static Attempt with(Map<String, String> parameters) {
        Step step = new Step.Sequence(Frame.named("s"), List.of());
        return new Attempt(new AttemptId("run/1", 1), "1", "1", step, 1, parameters, Mode.LIVE);
    }
}
