package tw.xuhang.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OutageClockTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");

    private final OutageClock clock =
            new OutageClock(T0, new Limits(Duration.ofSeconds(12), Duration.ofSeconds(30), Duration.ofMinutes(2)));

    @Test
    void theNextMomentIsTheSoonestThatLiesAhead() {
        assertThat(clock.next(T0)).contains(new OutageClock.Due(Threshold.DECLARATION_LIMIT, T0.plusSeconds(12)));
        assertThat(clock.next(T0.plusSeconds(12))).contains(new OutageClock.Due(Threshold.RTO, T0.plusSeconds(30)));
        assertThat(clock.next(T0.plusSeconds(31))).contains(new OutageClock.Due(Threshold.MTPD, T0.plusSeconds(120)));
        assertThat(clock.next(T0.plusSeconds(120))).isEmpty();
    }

    @Test
    void aThresholdIsReachedAtItsVeryMomentAndToldOnce() {
        assertThat(clock.reached(T0.plusSeconds(12).minusNanos(1), Set.of())).isEmpty();
        assertThat(clock.reached(T0.plusSeconds(12), Set.of()))
                .singleElement()
                .satisfies(due -> assertThat(due.threshold()).isEqualTo(Threshold.DECLARATION_LIMIT));
        assertThat(clock.reached(T0.plusSeconds(12), Set.of(Threshold.DECLARATION_LIMIT)))
                .isEmpty();
    }

    @Test
    void aDurationIsNeverNegativeWhateverTheClockDid() {
        assertThat(clock.elapsed(T0.minus(Duration.ofHours(2)))).isZero();
        assertThat(clock.elapsed(Instant.MIN)).isZero();
        assertThat(clock.elapsed(T0.plusMillis(1500))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void whateverTheFiguresTheNextMomentLiesAheadAndNothingReachedDoes() {
        var random = new Random(20261122);
        for (int i = 0; i < 5_000; i++) {
            var limits = new Limits(span(random), span(random), span(random));
            var any = new OutageClock(T0, limits);
            Instant now = T0.plusSeconds(random.nextInt(400) - 100);
            var told = EnumSet.noneOf(Threshold.class);
            for (Threshold threshold : Threshold.values()) {
                if (random.nextInt(4) == 0) {
                    told.add(threshold);
                }
            }
            assertThat(any.next(now).stream())
                    .allSatisfy(due -> assertThat(due.at()).isAfter(now));
            assertThat(any.ahead(now)).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(any.reached(now, told)).allSatisfy(due -> {
                assertThat(due.at()).isBeforeOrEqualTo(now);
                assertThat(told).doesNotContain(due.threshold());
            });
            assertThat(any.ahead(now).size() + any.reached(now, Set.of()).size())
                    .isEqualTo(3);
        }
    }

    private static Duration span(Random random) {
        return Duration.ofSeconds(1 + random.nextInt(200));
    }
}
