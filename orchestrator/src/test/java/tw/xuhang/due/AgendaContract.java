package tw.xuhang.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tw.xuhang.time.SettableClock;

/** What everybody relies on who says when something is due. */
public abstract class AgendaContract {

    protected static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00.123456Z");
    private static final Thing ONE = new Thing("order", "1.1");
    private static final Thing TWO = new Thing("order", "1.2");

    protected final SettableClock clock = new SettableClock(NIGHT);
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** An agenda with nothing in it. */
    protected abstract Agenda opened(Map<String, Look> looks);

    /** Lets everything happen that happens by itself, so long that what has not happened will not. */
    protected abstract void settle();

    private Agenda noting() {
        return opened(Map.of("order", key -> {
            seen.add(key);
            return Optional.empty();
        }));
    }

    private void pass(Duration time) {
        settle();
        clock.advance(time);
        settle();
    }

    @Test
    void aThingIsLookedAtOnceWhenItIsDueAndNotBefore() {
        noting().by(ONE, NIGHT.plusSeconds(10));
        pass(Duration.ofSeconds(9));
        assertThat(seen).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(seen).containsExactly("1.1");
        pass(Duration.ofHours(1));
        assertThat(seen).containsExactly("1.1");
    }

    @Test
    void whatWasDueLongAgoIsLookedAtOnceAtOnce() {
        noting().by(ONE, NIGHT.minusSeconds(3600));
        settle();
        assertThat(seen).containsExactly("1.1");
    }

    @Test
    void whatIsSaidForEarlierHoldsWhicheverIsSaidFirst() {
        Agenda agenda = noting();
        agenda.by(ONE, NIGHT.plusSeconds(100));
        settle();
        agenda.by(ONE, NIGHT.plusSeconds(10));
        agenda.by(TWO, NIGHT.plusSeconds(10));
        settle();
        agenda.by(TWO, NIGHT.plusSeconds(100));
        pass(Duration.ofSeconds(10));
        assertThat(seen).containsExactlyInAnyOrder("1.1", "1.2");
    }

    @Test
    void aLookSaysItselfWhenTheNextOneIs() {
        var looks = new AtomicInteger();
        opened(Map.of("order", _ -> {
                    looks.incrementAndGet();
                    return Optional.of(clock.instant().plusSeconds(60));
                }))
                .by(ONE, NIGHT);
        settle();
        assertThat(looks).hasValue(1);
        pass(Duration.ofSeconds(59));
        assertThat(looks).hasValue(1);
        pass(Duration.ofSeconds(1));
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatIsSaidWhileItIsLookedAtIsNotForgotten() {
        var looks = new AtomicInteger();
        var agenda = new Agenda[1];
        agenda[0] = opened(Map.of("order", _ -> {
            if (looks.incrementAndGet() == 1) {
                agenda[0].by(ONE, NIGHT.plusSeconds(30));
            }
            return Optional.empty();
        }));
        agenda[0].by(ONE, NIGHT);
        pass(Duration.ofSeconds(30));
        assertThat(looks).hasValue(2);
    }

    @Test
    void aLookThatFailsIsTakenAgain() {
        var looks = new AtomicInteger();
        opened(Map.of("order", _ -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new IllegalStateException("the printer burns");
                    }
                    return Optional.empty();
                }))
                .by(ONE, NIGHT);
        pass(Duration.ofSeconds(5));
        assertThat(looks).hasValue(2);
    }

    @Test
    void aLookThatCannotHelpItDoesNotSpin() {
        var looks = new AtomicInteger();
        opened(Map.of("order", _ -> {
                    looks.incrementAndGet();
                    return Optional.of(NIGHT.minusSeconds(1));
                }))
                .by(ONE, NIGHT);
        settle();
        assertThat(looks).hasValueLessThan(3);
        pass(Duration.ofSeconds(1));
        assertThat(looks).hasValueGreaterThan(1);
    }
}
