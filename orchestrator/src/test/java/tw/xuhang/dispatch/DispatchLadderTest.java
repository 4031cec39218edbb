package tw.xuhang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.dispatch.DispatchDesk.BY_PHONE;
import static tw.xuhang.dispatch.DispatchDesk.KEY;
import static tw.xuhang.dispatch.DispatchDesk.T0;
import static tw.xuhang.dispatch.DispatchDesk.recorded;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.dispatch.DispatchOrder.Stage;
import tw.xuhang.runbook.port.PostOffice.Posted;

final class DispatchLadderTest {

    private static final String DESK = "faults@lessor.test";
    private static final String ENGINEER = "engineer@lessor.test";

    private final DispatchDesk desk = new DispatchDesk().placed();

    @Test
    void silenceIsFollowedByTheLetterAgainTheNextContactAndACall() {
        desk.climb(Duration.ZERO);
        assertThat(desk.addressees()).containsExactly(DESK);
        desk.climb(Duration.ofSeconds(450).minusNanos(1));
        assertThat(desk.addressees()).containsExactly(DESK);
        desk.climb(Duration.ofSeconds(450));
        assertThat(desk.addressees()).containsExactly(DESK, DESK);
        desk.climb(Duration.ofMinutes(15));
        assertThat(desk.addressees()).containsExactly(DESK, DESK, ENGINEER);
        assertThat(desk.get().called()).isFalse();
        desk.climb(Duration.ofMinutes(30));
        assertThat(desk.get().called()).isTrue();
        desk.climb(Duration.ofDays(2));
        assertThat(desk.addressees()).containsExactly(DESK, DESK, ENGINEER);
        assertThat(desk.dispatches.next(KEY)).isEmpty();
    }

    @Test
    void anAnswerEndsTheLadder() {
        desk.climb(Duration.ZERO);
        recorded(desk.dispatches.acknowledge(KEY, BY_PHONE));
        assertThat(desk.dispatches.next(KEY)).isEmpty();
        desk.climb(Duration.ofDays(1));
        assertThat(desk.addressees()).hasSize(1);
    }

    @Test
    void aMailServerThatIsDownForTwentyMinutesDelaysOneLetterAndBringsTheTelephoneForward() {
        desk.counter.answer = letter -> new Posted.Deferred("connection refused");
        for (int second = 0; second < 1200; second += 5) {
            desk.climb(Duration.ofSeconds(second));
            assertThat(desk.get().stage()).isEqualTo(Stage.NOT_SENT);
            assertThat(desk.get().called()).isEqualTo(second >= 450);
        }
        assertThat(desk.counter.brought.size()).isBetween(5, 20);
        desk.counter.answer = letter -> new Posted.Accepted("250");
        desk.climb(Duration.ofMinutes(26));
        assertThat(desk.get().stage()).isEqualTo(Stage.SENT);
        assertThat(desk.counter.taken).hasSize(1);
        assertThat(desk.counter.brought.stream().map(l -> l.messageId()).distinct())
                .hasSize(1);
    }

    @Test
    void anAddressThatIsRefusedIsPassedOverAtOnce() {
        desk.counter.answer = letter ->
                letter.to().contains(DESK) ? new Posted.Refused("550 no such user") : new Posted.Accepted("250");
        desk.climb(Duration.ZERO);
        assertThat(desk.addressees()).containsExactly(ENGINEER);
    }

    @Test
    void whereEveryAddressIsRefusedTheCallIsDueAtOnce() {
        desk.counter.answer = letter -> new Posted.Refused("550 no such user");
        desk.climb(Duration.ZERO);
        assertThat(desk.counter.brought).hasSize(2);
        assertThat(desk.get().called()).isTrue();
        assertThat(desk.dispatches.next(KEY)).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainUnderTheSameName() {
        desk.counter.answer = letter -> new Posted.Unclear("connection reset after DATA");
        desk.climb(Duration.ZERO);
        desk.counter.answer = letter -> new Posted.Accepted("250");
        desk.climb(Duration.ofSeconds(5));
        assertThat(desk.counter.brought).hasSize(2);
        assertThat(desk.counter.brought.stream().map(l -> l.messageId()).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261122, 77})
    void whateverTheMailServerSaysTheLadderEndsAtTheTelephoneWithABoundedNumberOfLetters(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var any = new DispatchDesk().placed();
            any.counter.answer = letter -> switch (random.nextInt(4)) {
                case 0 -> new Posted.Accepted("250");
                case 1 -> new Posted.Deferred("later");
                case 2 -> new Posted.Refused("never");
                default -> new Posted.Unclear("?");
            };
            Duration at = Duration.ZERO;
            while (at.compareTo(Duration.ofHours(1)) < 0) {
                any.climb(at);
                at = at.plusSeconds(1 + random.nextInt(240));
                var next = any.dispatches.next(KEY);
                // everything that was due has been done
                assertThat(next.stream()).allMatch(due -> due.at().isAfter(any.clock.instant()));
            }
            assertThat(any.get().called()).isTrue();
            assertThat(any.facts())
                    .filteredOn(DispatchEntry.CallTaskOpened.class::isInstance)
                    .hasSize(1);
            assertThat(any.counter.brought.size()).isLessThan(40);
            assertThat(any.counter.brought.stream().map(l -> l.messageId()).distinct())
                    .hasSize(1);
            assertThat(any.get().placedAt()).contains(T0);
        }
    }
}
