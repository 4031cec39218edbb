package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Phase;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.runbook.Mode;

/** A service's outage finds its case, whatever else is open and whenever the service died. */
final class BelongingTest {

    private static final String SERVICE = "official-documents";

    private final Night night = new Night();
    private final Belonging belonging = new Belonging(night.outages, night.index(), SampleOffice::directory);

    @Test
    void aServiceThatGoesAwayAfterTheCaseWasOpenedBelongsToIt() {
        String number = cut("main");
        goesAway();

        belonging.look();
        belonging.look();

        assertThat(ofCase(number)).hasSize(1);
    }

    @Test
    void anOldCaseThatWaitsToBeClosedTakesNoOutageOfTheNextOne() {
        String old = cut("main");
        night.incidents.reach(old, Phase.STOOD_DOWN, "over", Actor.SYSTEM);
        String backup = cut("backup");
        night.incidents.reach(backup, Phase.RESTORED, "back", Actor.SYSTEM);
        night.after(Duration.ofHours(1));
        recovers("main");
        String next = cut("main");
        goesAway();

        belonging.look();

        assertThat(ofCase(next)).hasSize(1);
        assertThat(ofCase(old)).isEmpty();
        assertThat(ofCase(backup)).isEmpty();
    }

    @Test
    void aServiceThatIsReallyAwayBelongsToNoDrill() {
        String drill = night.opened(Mode.DRILL, "site/server-room", "backbone-outage");
        goesAway();

        belonging.look();

        assertThat(ofCase(drill)).isEmpty();
    }

    @Test
    void theBackbonesCaseComesBeforeANewerOneAboutTheStandbyLine() {
        String main = cut("main");
        night.after(Duration.ofMinutes(1));
        cut("backup");
        goesAway();

        belonging.look();

        assertThat(ofCase(main)).hasSize(1);
    }

    @Test
    void whereNothingIsWorkedOnTheOutageStaysFreeForTheCaseThatComes() {
        goesAway();
        belonging.look();
        assertThat(night.outages.runningServices().getFirst().incident()).isEmpty();

        assertThat(ofCase(cut("main"))).hasSize(1);
    }

    private List<Outage> ofCase(String number) {
        return night.outages.servicesOf(number);
    }

    private void goesAway() {
        var service = SampleOffice.directory().service(SERVICE).orElseThrow();
        night.outages.serviceDown(service, night.clock.instant(), "no answer");
    }

    private String cut(String line) {
        for (int i = 0; i < 5; i++) {
            night.after(Duration.ofMillis(500)).look(line, false);
        }
        return night.cases().getLast().number();
    }

    private void recovers(String line) {
        for (int i = 0; i < 4; i++) {
            night.after(Duration.ofSeconds(10)).look(line, true);
        }
    }
}
