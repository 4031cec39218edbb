package tw.xuhang.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.xuhang.signal.LinkVerdict.BackUp;
import tw.xuhang.signal.LinkVerdict.Down;
import tw.xuhang.signal.LinkVerdict.HeldDown;
import tw.xuhang.signal.LinkVerdict.Recovering;
import tw.xuhang.signal.LinkVerdict.Stale;
import tw.xuhang.signal.LinkVerdict.Steady;
import tw.xuhang.signal.LinkVerdict.StillDown;

/** What holds for every line, policy and order of arrival; a failing case is found again by its seed. */
class LinkWatchPropertiesTest {

    private static final Instant T0 = Instant.parse("2026-11-22T13:00:00Z");

    static List<Long> seeds() {
        return new Random(20261122).longs(300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLineIsDownAtMostOncePerHoldDown(long seed) {
        Story story = new Story(seed);
        List<Instant> switches = story.told().stream()
                .filter(told -> told.verdict() instanceof Down || told.verdict() instanceof Steady)
                .map(told -> told.look().at())
                .toList();
        for (int i = 1; i < switches.size(); i++) {
            assertThat(Duration.between(switches.get(i - 1), switches.get(i)))
                    .isGreaterThanOrEqualTo(story.policy.holdDown());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noDurationIsEverNegative(long seed) {
        for (Told told : new Story(seed).told()) {
            Instant at = told.look().at();
            switch (told.verdict()) {
                case Down(Instant since) -> assertThat(since).isBeforeOrEqualTo(at);
                case StillDown(Instant since) -> assertThat(since).isBeforeOrEqualTo(at);
                case BackUp(Instant since) -> assertThat(since).isBeforeOrEqualTo(at);
                case Steady(Instant since) -> assertThat(since).isBeforeOrEqualTo(at);
                case HeldDown(Instant until) -> assertThat(until).isAfter(at);
                case Recovering(Instant since, Instant steadyAt) -> {
                    assertThat(since).isBeforeOrEqualTo(at);
                    assertThat(steadyAt).isAfterOrEqualTo(since);
                }
                case Stale(Instant newest) -> assertThat(newest).isAfterOrEqualTo(at);
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRestartBetweenAnyTwoObservationsChangesNothing(long seed) {
        Story story = new Story(seed);
        LinkWatch watch = new LinkWatch(story.policy);
        LinkState kept = LinkState.UNKNOWN;
        for (Told told : story.told()) {
            LinkWatch.Watched watched = watch.observe(LinkState.parse(kept.text()), told.look(), story.planned);
            assertThat(watched.verdict()).isEqualTo(told.verdict());
            kept = watched.state();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lateObservationsChangeNothing(long seed) {
        Story story = new Story(seed);
        LinkWatch watch = new LinkWatch(story.policy);
        List<Told> told = story.told();
        List<Told> inOrder =
                told.stream().filter(each -> !(each.verdict() instanceof Stale)).toList();
        LinkState state = LinkState.UNKNOWN;
        for (Told each : inOrder) {
            LinkWatch.Watched watched = watch.observe(state, each.look(), story.planned);
            assertThat(watched.verdict()).isEqualTo(each.verdict());
            state = watched.state();
        }
        assertThat(inOrder).hasSizeLessThan(told.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void downAndBackUpTakeTurns(long seed) {
        Instant back = Instant.MIN;
        boolean steadyMayFollow = false;
        for (Told told : new Story(seed).told()) {
            switch (told.verdict()) {
                case Down _ -> steadyMayFollow = false;
                case BackUp(Instant at) -> {
                    assertThat(at).isAfter(back);
                    back = at;
                    steadyMayFollow = true;
                }
                case Steady _ -> {
                    assertThat(steadyMayFollow).isTrue();
                    steadyMayFollow = false;
                }
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsRaisedDuringAnnouncedWork(long seed) {
        Story story = new Story(seed);
        assertThat(story.told())
                .filteredOn(told -> told.verdict() instanceof Down)
                .noneMatch(told -> story.planned.stream()
                        .anyMatch(work -> work.covers(told.look().at())));
    }

    private record Told(Observation look, LinkVerdict verdict) {}

    /** A random line with good and bad times, a random policy, some work, and some late arrivals. */
    private static final class Story {
        final LinkPolicy policy;
        final List<PlannedWindow> planned = new ArrayList<>();
        private final List<Observation> looks = new ArrayList<>();

        Story(long seed) {
            Random random = new Random(seed);
            int of = 1 + random.nextInt(8);
            policy = new LinkPolicy(
                    1 + random.nextInt(of),
                    of,
                    Duration.ofSeconds(random.nextInt(120)),
                    Duration.ofSeconds(random.nextInt(60)),
                    Duration.ofSeconds(10 + random.nextInt(60)));
            if (random.nextBoolean()) {
                Instant from = T0.plusSeconds(random.nextInt(400));
                planned.add(new PlannedWindow(from, from.plusSeconds(1 + random.nextInt(200)), "w"));
            }
            observe(random);
        }

        private void observe(Random random) {
            Instant now = T0;
            double health = 1;
            for (int i = 0; i < 400; i++) {
                now = now.plusMillis(random.nextInt(50) == 0 ? 60_000 : 200 + random.nextInt(3_000));
                if (random.nextInt(20) == 0) {
                    health = List.of(0.0, 0.2, 0.5, 0.95, 1.0).get(random.nextInt(5));
                }
                Instant at = random.nextInt(15) == 0 ? now.minusSeconds(random.nextInt(90)) : now;
                looks.add(new Observation(at, random.nextDouble() < health));
            }
            looks.add(new Observation(T0.minusSeconds(1), false));
        }

        List<Told> told() {
            LinkWatch watch = new LinkWatch(policy);
            LinkState state = LinkState.UNKNOWN;
            List<Told> told = new ArrayList<>();
            for (Observation look : looks) {
                LinkWatch.Watched watched = watch.observe(state, look, planned);
                told.add(new Told(look, watched.verdict()));
                state = watched.state();
            }
            return told;
        }
    }
}
