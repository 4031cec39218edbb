package tw.xuhang.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.Confirm;

final class ServiceWatchTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");

    @Test
    void oneLostLookIsNoOutage() {
        assertThat(changes(new Confirm(2, 3), "..x..x..")).isEmpty();
    }

    @Test
    void anOutageBeginsWithTheFirstOfTheLooksThatConfirmIt() {
        assertThat(changes(new Confirm(2, 3), "..x.x")).containsExactly(away(2));
        assertThat(changes(new Confirm(3, 5), ".xxx")).containsExactly(away(1));
    }

    @Test
    void oneLuckyAnswerDoesNotEndAnOutage() {
        assertThat(changes(new Confirm(2, 3), "xx.x.x.x")).containsExactly(away(0));
    }

    @Test
    void aServiceIsBackFromTheFirstOfItsAnswersInARow() {
        assertThat(changes(new Confirm(2, 3), "xxx..")).containsExactly(away(0), back(3));
    }

    @Test
    void failuresFromBeforeTheReturnAreNotCountedAgain() {
        assertThat(changes(new Confirm(2, 5), "xx..x.")).containsExactly(away(0), back(2));
        assertThat(changes(new Confirm(2, 5), "xx..xx")).containsExactly(away(0), back(2), away(4));
    }

    @Test
    void anOldLookArrivingLateChangesNothing() {
        var watch = ServiceWatch.over(new Confirm(1, 1), false)
                .look(new ServiceWatch.Look(T0, true))
                .watch();
        assertThat(watch.look(new ServiceWatch.Look(T0.minusSeconds(1), false)).change())
                .isEmpty();
        assertThat(watch.look(new ServiceWatch.Look(T0, false)).change()).isEmpty();
    }

    @Test
    void goingAndComingAlternateWhateverIsSeen() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int of = 1 + random.nextInt(6);
            var looks = new StringBuilder();
            for (int n = 0; n < 60; n++) {
                looks.append(random.nextInt(3) == 0 ? '.' : 'x');
            }
            var changes = changes(new Confirm(1 + random.nextInt(of), of), looks.toString());
            for (int n = 0; n < changes.size(); n++) {
                assertThat(changes.get(n) instanceof ServiceWatch.Change.WentAway)
                        .isEqualTo(n % 2 == 0);
            }
        }
    }

    private static List<ServiceWatch.Change> changes(Confirm confirm, String looks) {
        var all = new ArrayList<ServiceWatch.Change>();
        var watch = ServiceWatch.over(confirm, false);
        for (int i = 0; i < looks.length(); i++) {
            var seen = watch.look(new ServiceWatch.Look(T0.plusSeconds(i), looks.charAt(i) == '.'));
            seen.change().ifPresent(all::add);
            watch = seen.watch();
        }
        return all;
    }

    private static ServiceWatch.Change away(int second) {
        return new ServiceWatch.Change.WentAway(T0.plusSeconds(second));
    }

    private static ServiceWatch.Change back(int second) {
        return new ServiceWatch.Change.CameBack(T0.plusSeconds(second));
    }
}
