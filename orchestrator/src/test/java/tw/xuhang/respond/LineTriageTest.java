package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.Phase;
import tw.xuhang.intake.Disposition;
import tw.xuhang.runbook.Mode;

final class LineTriageTest {

    private static final Duration PACE = Duration.ofMillis(500);

    private final Night night = new Night();

    @Test
    void aLineThatFailsOftenEnoughOpensOneCaseWithItsRun() {
        fails(2);
        assertThat(night.cases()).isEmpty();
        assertThat(fails(1)).isInstanceOf(Disposition.Started.class);
        assertThat(night.cases()).singleElement().satisfies(incident -> {
            assertThat(incident.opened().orElseThrow().subject()).isEqualTo("uplink/main");
            assertThat(incident.runs()).extracting(Incident.CaseRun::runbook).containsExactly("backbone-outage");
        });
        assertThat(night.working).hasSize(1);
        assertThat(night.outages.runningLines()).hasSize(1);
    }

    @Test
    void aDrillAboutTheLineTakesInNothingOfItsRealOutage() {
        String drill = night.opened(Mode.DRILL, "uplink/main", "backbone-outage");
        assertThat(fails(3)).isInstanceOf(Disposition.Started.class);
        assertThat(night.cases()).hasSize(2);
        assertThat(night.outages.linesOf(drill)).isEmpty();
        assertThat(night.outages.linesOf(night.cases().getLast().number())).hasSize(1);
    }

    @Test
    void whatIsReportedAboutALineThatIsDownJoinsItsCase() {
        fails(3);
        assertThat(fails(1)).isInstanceOf(Disposition.Joined.class);
        assertThat(night.cases()).hasSize(1);
    }

    @Test
    void anOutageIsNotLostWhenTheServiceDiesBeforeItRemembersThatTheLineIsDown() {
        fails(2);
        var third = night.after(PACE).received("main", false);
        night.diesBeforeItRemembers();
        assertThatThrownBy(() -> night.look(third)).isInstanceOf(Night.Killed.class);
        night.restarts();

        night.look(third);
        assertThat(night.cases()).hasSize(1);
        assertThat(night.cases().getFirst().runs()).hasSize(1);
        assertThat(night.outages.runningLines()).hasSize(1);
    }

    @Test
    void theWayBackIsNotLostWhenTheServiceDiesBeforeItRemembersThatTheLineIsSteady() {
        fails(3);
        night.after(Duration.ofSeconds(30)).look("main", true);
        night.after(Duration.ofSeconds(5)).look("main", true);
        var steady = night.after(Duration.ofSeconds(5)).received("main", true);
        night.diesBeforeItRemembers();
        assertThatThrownBy(() -> night.look(steady)).isInstanceOf(Night.Killed.class);
        night.restarts();

        night.look(steady);
        assertThat(night.cases().getFirst().runs())
                .extracting(Incident.CaseRun::runbook)
                .containsExactly("backbone-outage", "backbone-return");
        assertThat(night.outages.runningLines()).isEmpty();
    }

    @Test
    void aSecondCutAfterTheWayBackBeginsTheRunbookAnewAndCallsTheWayBackOff() {
        fails(3);
        recovers();
        String number = night.cases().getFirst().number();
        night.incidents.reach(number, Phase.RESTORED, "all back", Actor.SYSTEM);

        night.after(Duration.ofMinutes(10));
        assertThat(fails(3)).isInstanceOf(Disposition.Started.class);

        assertThat(night.cases()).singleElement().satisfies(incident -> {
            assertThat(incident.phase()).isEqualTo(Phase.RESPONDING);
            assertThat(incident.runs())
                    .extracting(Incident.CaseRun::runbook)
                    .containsExactly("backbone-outage", "backbone-return", "backbone-outage");
        });
        assertThat(night.working).hasSize(3);
        assertThat(night.calledOff).containsExactly(number + ".2");
        assertThat(night.outages.linesOf(number)).hasSize(2);
        assertThat(fails(1)).as("the case is worked on").isInstanceOf(Disposition.Joined.class);
        recovers();
        assertThat(night.cases().getFirst().runs()).hasSize(4);
    }

    @Test
    void aSecondCutBeforeTheWayBackChangesNothingForTheStandbyLineCarriesTheOffice() {
        fails(3);
        night.after(Duration.ofSeconds(30)).look("main", true);
        night.after(Duration.ofMinutes(2));
        fails(3);

        assertThat(night.cases().getFirst().runs()).hasSize(1);
        assertThat(night.calledOff).isEmpty();
    }

    private void recovers() {
        night.after(Duration.ofSeconds(30)).look("main", true);
        night.after(Duration.ofSeconds(5)).look("main", true);
        night.after(Duration.ofSeconds(5)).look("main", true);
    }

    @Test
    void theSignalThatOpenedTheCaseBelongsToItAlsoWhenItIsJudgedAgain() {
        fails(2);
        var third = night.after(PACE).received("main", false);
        night.look(third);
        night.restarts();
        assertThat(night.look(third)).isInstanceOf(Disposition.Joined.class);
        assertThat(night.cases()).hasSize(1);
    }

    private Disposition fails(int times) {
        Disposition last = night.after(PACE).look("main", false);
        return times == 1 ? last : fails(times - 1);
    }
}
