package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;

/** A case is not over before its traffic is back, by the shipped runbooks. */
class WayBackTest {

    private static final Map<String, Runbook> LIBRARY =
            Library.shipped(Surroundings.unknown()).runbooks();
    private static final RunEntry ENDED = new RunEntry.Ended(RunEnding.SUCCEEDED, "");
    private static final List<RunEntry> SWITCHED = facts(did("still-down"), did("switch-route"), List.of(ENDED));
    private static final List<RunEntry> CAME_BACK =
            facts(did("main-steady"), did("switch-back"), did("services-answer"), unneeded("end-continuity"));

    private final List<WayBack.Ran> runs = new ArrayList<>();

    @Test
    void whatSwitchedIsNotBackBeforeItsWayBackIsGone() {
        ran("backbone-outage", SWITCHED);
        assertThat(isGone()).isFalse();
        ran("backbone-return", facts(did("main-steady"), did("switch-back")));
        assertThat(isGone()).as("the services were not asked yet").isFalse();
    }

    @Test
    void aPaperThatIsStillToComeHoldsNothingUp() {
        ran("backbone-outage", SWITCHED);
        ran("backbone-return", facts(CAME_BACK, begun("fault-report")));
        assertThat(isGone()).isTrue();
    }

    @Test
    void aSecondSwitchNeedsASecondWayBack() {
        ran("backbone-outage", SWITCHED);
        ran("backbone-return", CAME_BACK);
        ran("backbone-outage", SWITCHED);
        assertThat(isGone()).isFalse();
        ran("backbone-return", CAME_BACK);
        assertThat(isGone()).isTrue();
    }

    @Test
    void aFalseAlarmSwitchedNothingAndNeedsNoWayBack() {
        ran("backbone-outage", facts(did("still-down"), List.of(new RunEntry.Ended(RunEnding.CLOSED_EARLY, ""))));
        assertThat(isGone()).isTrue();
    }

    @Test
    void aRunThatMayStillSwitchIsWaitedFor() {
        ran("backbone-outage", did("still-down"));
        assertThat(isGone()).isFalse();
    }

    @Test
    void whatAPersonSwitchedByHandWasSwitched() {
        var byHand = new RunEntry.Decided("switch-route", RunEntry.Decision.FINISHED_BY_HAND, "server-room", "拔線改接");
        ran("backbone-outage", facts(did("still-down"), List.of(byHand, ENDED)));
        assertThat(isGone()).isFalse();
    }

    @Test
    void aWayBackThatAPersonSkippedAPartOfWasGone() {
        var skipped = new RunEntry.Decided("services-answer", RunEntry.Decision.SKIP, "server-room", "人工確認");
        ran("backbone-outage", SWITCHED);
        ran(
                "backbone-return",
                facts(
                        did("main-steady"),
                        did("switch-back"),
                        begun("services-answer"),
                        List.of(skipped),
                        unneeded("end-continuity")));
        assertThat(isGone()).isTrue();
    }

    @Test
    void aWayBackThatFoundTheLineUnsteadyDoesNotCount() {
        ran("backbone-outage", SWITCHED);
        ran("backbone-return", facts(begun("main-steady"), List.of(new RunEntry.Ended(RunEnding.CLOSED_EARLY, ""))));
        assertThat(isGone()).isFalse();
    }

    @Test
    void whatAnotherRunbookSwitchedForIsSwitchedAndOnTheWayBackIsPartOfIt() {
        ran("2026-0001.1", "backbone-return", CAME_BACK);
        ran("2026-0001.1-4", "backbone-outage", SWITCHED);
        assertThat(isGone()).isTrue();
        ran("2026-0001.2", "backbone-outage", facts(did("still-down"), List.of(ENDED)));
        assertThat(isGone()).isTrue();
        ran("2026-0001.2-4", "backbone-outage", SWITCHED);
        assertThat(isGone()).isFalse();
    }

    private boolean isGone() {
        return WayBack.isGone(runs);
    }

    private void ran(String runbook, List<RunEntry> facts) {
        ran("2026-0001." + (runs.size() + 1), runbook, facts);
    }

    private void ran(String run, String runbook, List<RunEntry> facts) {
        RunState state = RunState.BLANK;
        long seq = 0;
        for (RunEntry fact : facts) {
            state = state.after(fact, ++seq, Instant.EPOCH);
        }
        RunState sum = state;
        runs.add(new WayBack.Ran(run, Objects.requireNonNull(LIBRARY.get(runbook)), () -> sum));
    }

    @SafeVarargs
    private static List<RunEntry> facts(List<RunEntry>... parts) {
        var all = new ArrayList<RunEntry>();
        for (List<RunEntry> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static List<RunEntry> begun(String step) {
        return List.of(new RunEntry.StepStarted(step, 1));
    }

    private static List<RunEntry> did(String step) {
        return facts(begun(step), List.of(new RunEntry.StepEnded(step, Outcome.succeeded())));
    }

    private static List<RunEntry> unneeded(String step) {
        return facts(begun(step), List.of(new RunEntry.StepEnded(step, Outcome.notNeeded("nothing was declared"))));
    }
}
