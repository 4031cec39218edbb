package tw.xuhang.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Phase;

/** A service that is away while its lines are up is nobody else's case. */
class ServiceCasesTest {

    private static final String WEBSITE = "website";

    private final Night night = new Night();
    private final Belonging belonging = new Belonging(night.outages, night.index(), SampleOffice::directory);
    private final ServiceCases services = night.serviceCases();

    @Test
    void aServiceThatStaysAwayWhileItsLinesAreUpBecomesACase() {
        goesAway(WEBSITE);
        assertThat(services.look()).contains(night.clock.instant().plus(ServiceCases.SETTLING));
        assertThat(night.cases()).isEmpty();

        night.after(ServiceCases.SETTLING);
        assertThat(services.look()).isEmpty();

        Incident opened = night.cases().getFirst();
        assertThat(opened.opened().orElseThrow().kind()).isEqualTo(IncidentKind.SERVICE_OUTAGE);
        assertThat(opened.opened().orElseThrow().subject()).isEqualTo("service/" + WEBSITE);
        assertThat(opened.opened().orElseThrow().began())
                .isEqualTo(night.clock.instant().minus(ServiceCases.SETTLING));
        assertThat(opened.runs()).extracting(Incident.CaseRun::runbook).containsExactly("service-outage");
        assertThat(night.outages.servicesOf(opened.number())).hasSize(1);
    }

    @Test
    void lookingAgainOpensAndBeginsNothingASecondTime() {
        goesAway(WEBSITE);
        night.after(ServiceCases.SETTLING);
        services.look();
        services.look();
        night.after(Duration.ofMinutes(1));
        services.look();
        assertThat(night.cases()).hasSize(1);
        assertThat(night.working).hasSize(1);
    }

    @Test
    void aShortGapIsNoCase() {
        goesAway(WEBSITE);
        night.after(ServiceCases.SETTLING.minusSeconds(1));
        night.outages.serviceUp(WEBSITE, night.clock.instant());
        night.after(Duration.ofSeconds(5));
        assertThat(services.look()).isEmpty();
        assertThat(night.cases()).isEmpty();
    }

    @Test
    void whatALineExplainsMakesNoCaseOfItsOwn() {
        goesAway("official-documents");
        for (int i = 0; i < 5; i++) {
            night.after(Duration.ofMillis(500)).look("main", false);
        }
        night.after(ServiceCases.SETTLING);
        belonging.look();
        assertThat(services.look()).isEmpty();
        assertThat(night.cases()).hasSize(1);
    }

    @Test
    void whatFailsTogetherIsOneCase() {
        goesAway(WEBSITE);
        goesAway("treasury");
        night.after(ServiceCases.SETTLING);
        services.look();
        goesAway("social-affairs");
        belonging.look();
        night.after(ServiceCases.SETTLING);
        services.look();
        assertThat(night.cases()).hasSize(1);
        assertThat(night.outages.servicesOf(night.cases().getFirst().number())).hasSize(3);
    }

    @Test
    void awayAgainBeforeTheStandDownGoesOnInTheSameCase() {
        goesAway(WEBSITE);
        night.after(ServiceCases.SETTLING);
        services.look();
        String number = night.cases().getFirst().number();
        night.outages.serviceUp(WEBSITE, night.clock.instant());
        night.incidents.reach(number, Phase.RESTORED, "back", Actor.SYSTEM);
        night.incidents.runEnded(number, new IncidentEntry.RunEnded(night.working.getFirst(), "SUCCEEDED", ""));

        night.after(Duration.ofMinutes(5));
        goesAway(WEBSITE);
        night.after(ServiceCases.SETTLING);
        services.look();

        assertThat(night.cases()).extracting(Incident::phase).isEqualTo(List.of(Phase.RESPONDING));
        assertThat(night.working).hasSize(2);
        assertThat(night.outages.servicesOf(number)).hasSize(2);
    }

    private void goesAway(String service) {
        var known = SampleOffice.directory().service(service).orElseThrow();
        night.outages.serviceDown(known, night.clock.instant(), "no answer");
    }
}
