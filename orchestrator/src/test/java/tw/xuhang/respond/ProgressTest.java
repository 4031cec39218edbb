package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.incident.Phase;

final class ProgressTest {

    private final Night night = new Night();
    private boolean returned;
    private Progress.Continuity continuity = Progress.Continuity.NOT_DECLARED;

    @Test
    void aCaseIsRestoredWhenItsLastOutageIsOver() {
        cut();
        assertThat(phase()).isEqualTo(Phase.RESPONDING);
        mended();
        assertThat(phase()).isEqualTo(Phase.RESTORED);
    }

    @Test
    void aCaseStandsDownOnlyAfterTheWayBackAndTheEndOfContinuityOperations() {
        cut();
        mended();
        returned = true;
        continuity = Progress.Continuity.OPEN;
        assertThat(phase()).isEqualTo(Phase.RESTORED);
        continuity = Progress.Continuity.STOOD_DOWN;
        assertThat(phase()).isEqualTo(Phase.STOOD_DOWN);
    }

    private void cut() {
        for (int i = 0; i < 3; i++) {
            night.after(Duration.ofMillis(500)).look("main", false);
        }
    }

    private void mended() {
        night.outages.lineUp("main", night.clock.instant());
    }

    private Phase phase() {
        new Progress(night.incidents, night.index(), night.outages, new Runs(), number -> continuity).look();
        return night.cases().getFirst().phase();
    }

    private final class Runs implements Progress.Runs {
        @Override
        public List<Progress.RunEnd> ended(String number) {
            return List.of();
        }

        @Override
        public boolean returned(String number) {
            return returned;
        }
    }
}
