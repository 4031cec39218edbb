package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.incident.Phase;
import tw.xuhang.runbook.Mode;

final class ProgressTest {

    private final Night night = new Night();
    private boolean returned;
    private boolean over;
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

    @Test
    void aSimulationIsClosedWhenItsRunIsOverAndADrillByPeople() {
        night.opened(Mode.SIMULATE, "uplink/main", "backbone-outage");
        assertThat(phase()).isEqualTo(Phase.RESPONDING);
        over = true;
        assertThat(phase()).isEqualTo(Phase.CLOSED);

        night.opened(Mode.DRILL, "uplink/main", "backbone-outage");
        phase();
        assertThat(night.cases().getLast().phase()).isEqualTo(Phase.RESPONDING);
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
            return over ? List.of(new Progress.RunEnd(number + ".1", "SUCCEEDED", "")) : List.of();
        }

        @Override
        public boolean returned(String number) {
            return returned;
        }
    }
}
