package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tw.xuhang.incident.Incident;
import tw.xuhang.intake.Disposition;

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
