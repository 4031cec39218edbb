package tw.xuhang.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.signal.LinkVerdict.BackUp;
import tw.xuhang.signal.LinkVerdict.Down;
import tw.xuhang.signal.LinkVerdict.Flapping;
import tw.xuhang.signal.LinkVerdict.HeldDown;
import tw.xuhang.signal.LinkVerdict.Planned;
import tw.xuhang.signal.LinkVerdict.Recovering;
import tw.xuhang.signal.LinkVerdict.Stale;
import tw.xuhang.signal.LinkVerdict.Steady;
import tw.xuhang.signal.LinkVerdict.StillDown;
import tw.xuhang.signal.LinkVerdict.StillUp;
import tw.xuhang.signal.LinkVerdict.Suspected;

class LinkWatchTest {

    private static final Instant T0 = Instant.parse("2026-11-22T13:00:00Z");
    private static final LinkPolicy POLICY =
            new LinkPolicy(3, 5, Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(30));

    private final Line line = new Line(POLICY);

    @Test
    void oneLostProbeIsOnlySuspected() {
        assertThat(line.sees("+-+")).containsExactly(new StillUp(), new Suspected(1, 3), new StillUp());
    }

    @Test
    void threeOfTheLastFiveAreDownFromTheFirstFailureOn() {
        assertThat(line.sees("++-+--")).endsWith(new Suspected(2, 3), new Down(at(2)));
        assertThat(line.sees("-")).containsExactly(new StillDown(at(2)));
    }

    @Test
    void failuresThatLeftTheWindowDoNotCount() {
        assertThat(line.sees("-+++-+++-+++")).noneMatch(Down.class::isInstance);
    }

    @Test
    void failuresFarApartDoNotAddUp() {
        line.sees("--");
        line.pause(Duration.ofMinutes(10));
        assertThat(line.sees("-")).containsExactly(new Suspected(1, 3));
    }

    @Test
    void aLineThatIsBackIsNotYetSteady() {
        line.sees("---");
        assertThat(line.sees("++++"))
                .containsExactly(
                        new StillDown(at(0)), new StillDown(at(0)), new BackUp(at(3)), new Recovering(at(3), at(123)));
    }

    @Test
    void oneLuckyAnswerDuringAnOutageIsNotTheEnd() {
        assertThat(line.sees("------+-")).endsWith(new StillDown(at(0)), new Flapping(2));
    }

    @Test
    void steadyIsSaidOnceAfterTheWholeTimeWithoutAFailure() {
        line.sees("---" + "+".repeat(120));
        assertThat(line.sees("+++")).containsExactly(new Steady(at(3)), new StillUp(), new StillUp());
    }

    @Test
    void oneFailureStartsTheSteadyTimeAnew() {
        line.sees("---" + "+".repeat(100) + "-");
        List<LinkVerdict> later = line.sees("+".repeat(121));
        assertThat(later.subList(0, 120)).noneMatch(Steady.class::isInstance);
        assertThat(later.getLast()).isEqualTo(new Steady(at(104)));
    }

    @Test
    void goodWhileNobodyLookedIsNotSteady() {
        line.sees("---+++");
        line.pause(Duration.ofHours(1));
        assertThat(line.sees("+").getFirst()).isInstanceOf(Recovering.class);
    }

    @Test
    void aLineThatFallsAgainWithinTheHoldDownIsHeld() {
        line.sees("---+++");
        assertThat(line.sees("---")).containsExactly(new Flapping(2), new Suspected(2, 3), new HeldDown(at(62)));
    }

    @Test
    void aFailureThatOutlastsTheHoldDownIsDownAtItsEnd() {
        line.sees("---+++" + "-".repeat(56));
        assertThat(line.sees("-")).containsExactly(new Down(at(6)));
    }

    @Test
    void aLineThatFlapsEveryFiveSecondsForTenMinutesSwitchesOncePerHoldDown() {
        List<LinkVerdict> verdicts = line.sees(("-----" + "+++++").repeat(60));
        assertThat(verdicts.stream().filter(Down.class::isInstance)).hasSizeBetween(1, 10);
        assertThat(verdicts).noneMatch(Steady.class::isInstance);
        assertThat(line.state.falls()).isEqualTo(60);
        assertThat(verdicts.stream().filter(Flapping.class::isInstance).toList())
                .endsWith(new Flapping(60));
    }

    @Test
    void aLossNowAndThenIsNotCountedAsFlapping() {
        line.sees(("-" + "+".repeat(20)).repeat(50));
        assertThat(line.state.falls()).isZero();
    }

    @Test
    void announcedWorkDoesNotRaise() {
        PlannedWindow work = new PlannedWindow(at(0), at(20), "CHT-1");
        line.planned.add(work);
        assertThat(line.sees("+----"))
                .containsExactly(
                        new StillUp(), new Suspected(1, 3), new Suspected(2, 3), new Planned(work), new Planned(work));
        assertThat(line.sees("+++")).noneMatch(BackUp.class::isInstance);
    }

    @Test
    void workThatOutlastsItsAnnouncementIsAnOutageFromItsFirstFailure() {
        line.planned.add(new PlannedWindow(at(0), at(20), "CHT-1"));
        line.sees("-".repeat(20));
        assertThat(line.sees("-")).containsExactly(new Down(at(0)));
    }

    @Test
    void anOutageIsNotExcusedByWorkThatStartsLater() {
        line.sees("---");
        line.planned.add(new PlannedWindow(at(3), at(20), "CHT-1"));
        assertThat(line.sees("-")).containsExactly(new StillDown(at(0)));
    }

    @Test
    void anOlderOrRepeatedObservationChangesNothing() {
        line.sees("+--");
        LinkState before = line.state;
        assertThat(line.look(at(1), false)).isEqualTo(new Stale(at(2)));
        assertThat(line.look(at(2), false)).isEqualTo(new Stale(at(2)));
        assertThat(line.look(at(0), true)).isEqualTo(new Stale(at(2)));
        assertThat(line.state).isEqualTo(before);
    }

    @Test
    void aStateOfAnotherVersionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkState.parse("2 UP - - - 0"))
                .withMessageContaining("version");
    }

    @Test
    void aPolicyThatCanNeverConfirmIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkPolicy(4, 3, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)))
                .withMessageContaining("failing is 4");
    }

    private static Instant at(int second) {
        return T0.plusSeconds(second);
    }

    /** A line looked at once a second. */
    private static final class Line {
        final List<PlannedWindow> planned = new ArrayList<>();
        LinkState state = LinkState.UNKNOWN;
        private final LinkWatch watch;
        private Instant now = T0;

        Line(LinkPolicy policy) {
            watch = new LinkWatch(policy);
        }

        /** {@code +} answers, {@code -} does not. */
        List<LinkVerdict> sees(String looks) {
            List<LinkVerdict> verdicts = new ArrayList<>();
            for (int i = 0; i < looks.length(); i++) {
                verdicts.add(look(now, looks.charAt(i) == '+'));
                now = now.plusSeconds(1);
            }
            return verdicts;
        }

        LinkVerdict look(Instant at, boolean answered) {
            LinkWatch.Watched watched = watch.observe(state, new Observation(at, answered), planned);
            state = watched.state();
            return watched.verdict();
        }

        void pause(Duration pause) {
            now = now.plus(pause);
        }
    }
}
