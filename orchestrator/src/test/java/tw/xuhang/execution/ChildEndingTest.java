package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;

class ChildEndingTest {

    private static final String RUN = "2026-0001.1-7";
    private static final Map<String, String> FACTS = Map.of("run", RUN);

    @Test
    void whatCameToItsEndIsEnoughAndInPartSaysSo() {
        assertThat(of(RunEnding.SUCCEEDED, "")).isEqualTo(new Outcome.Succeeded(FACTS));
        assertThat(of(RunEnding.PARTIAL, "")).isEqualTo(new Outcome.Succeeded(Map.of("run", RUN, "ending", "partial")));
    }

    @Test
    void whatAGateClosedWasNotNeeded() {
        assertThat(of(RunEnding.CLOSED_EARLY, "false-alarm"))
                .isEqualTo(new Outcome.NotNeeded("run " + RUN + " ended early: false-alarm", FACTS));
    }

    @Test
    void whatFailedOrWasAbortedFailsWithItsReason() {
        assertThat(of(RunEnding.FAILED, "")).isEqualTo(new Outcome.Failed("run " + RUN + " failed", FACTS));
        assertThat(of(RunEnding.ABORTED, "enough"))
                .isEqualTo(new Outcome.Failed("run " + RUN + " aborted: enough", FACTS));
    }

    private static Outcome of(RunEnding ending, String note) {
        return ChildEnding.outcome(RUN, new RunEntry.Ended(ending, note));
    }
}
