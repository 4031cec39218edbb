package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.KEY;
import static tw.xuhang.consent.ConsentDesk.away;
import static tw.xuhang.consent.ConsentDesk.declined;
import static tw.xuhang.consent.ConsentDesk.recorded;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PhoneConsentTest {

    private static final String NUMBER = "00-0000-0101";

    private final ConsentDesk desk = new ConsentDesk().requested();
    private final Consents consents = desk.consents;

    @Test
    void aConsentByTelephoneCountsAtOnceAndAwaitsConfirmation() {
        var granted = recorded(consents.spoken(KEY, desk.call(NUMBER, "leader", "duty", 1), true, "同意"));
        assertThat(granted.phase()).isEqualTo(Phase.GRANTED);
        assertThat(granted.decision().orElseThrow().awaitsRatification()).isTrue();
        assertThat(desk.entries().getLast().actor().name()).isEqualTo("leader");
        assertThat(recorded(consents.declare(KEY, "leader", 1, "")).phase()).isEqualTo(Phase.DECLARED);
    }

    @Test
    void onlyANumberOfTheDirectoryCounts() {
        assertThat(declined(consents.spoken(KEY, desk.call("00-0000-0199", "leader", "duty", 1), true, "")))
                .isEqualTo(new Refusal.NumberNotOnFile("ciso"));
        assertThat(recorded(consents.spoken(KEY, desk.call("00-0000-0201", "leader", "duty", 1), true, ""))
                        .phase())
                .isEqualTo(Phase.GRANTED);
    }

    @Test
    void theWitnessIsNeitherSpeakerNorRecorderNorRequester() {
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "duty", "duty", 1), true, "")))
                .isInstanceOf(Refusal.NoWitness.class);
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "duty", "ciso", 1), true, "")))
                .isInstanceOf(Refusal.NoWitness.class);
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "duty", "leader", 1), true, "")))
                .isInstanceOf(Refusal.NoWitness.class);
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "duty", "staff", 1), true, "")))
                .isInstanceOf(Refusal.NoWitness.class);
    }

    @Test
    void theCisoDoesNotWriteDownTheirOwnCall() {
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "ciso", "duty", 1), true, "")))
                .isInstanceOf(Refusal.NoAuthority.class);
    }

    @Test
    void aCodeOfOlderFactsAsksToLookAgainAndAnyOtherCodeIsWrong() {
        desk.situation.set(away("official-documents", "treasury"));
        consents.upkeep(KEY);
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "duty", "contact", 1), true, "")))
                .isEqualTo(new Refusal.LookAgain(KEY, 1, 2));
        assertThat(declined(consents.spoken(
                        KEY,
                        new PhoneCall("ciso", NUMBER, "duty", "contact", "nothing", desk.clock.instant()),
                        true,
                        "")))
                .isInstanceOf(Refusal.ReadBackWrong.class);
    }

    @Test
    void onlyTheOneWhoSpokeConfirmsAndOnlyOnce() {
        recorded(consents.spoken(KEY, desk.call(NUMBER, "duty", "contact", 1), true, ""));
        assertThat(declined(consents.ratify(KEY, "ciso-deputy"))).isInstanceOf(Refusal.NoAuthority.class);
        assertThat(recorded(consents.ratify(KEY, "ciso"))
                        .decision()
                        .orElseThrow()
                        .awaitsRatification())
                .isFalse();
        assertThat(declined(consents.ratify(KEY, "ciso"))).isInstanceOf(Refusal.NothingToRatify.class);
    }

    @Test
    void aConsentThatIsNotConfirmedInTimeStaysValidAndIsFlaggedOnce() {
        recorded(consents.spoken(KEY, desk.call(NUMBER, "duty", "contact", 1), true, ""));
        recorded(consents.declare(KEY, "leader", 1, ""));
        desk.clock.advance(Duration.ofHours(25));
        consents.climb(KEY, person -> "hash");
        consents.climb(KEY, person -> "hash");
        assertThat(desk.facts())
                .filteredOn(ConsentEntry.RatificationOverdue.class::isInstance)
                .hasSize(1);
        assertThat(desk.request().phase()).isEqualTo(Phase.DECLARED);
        assertThat(desk.request().decision().orElseThrow().overdue()).isTrue();
        recorded(consents.ratify(KEY, "ciso"));
    }

    @Test
    void aRefusalCanBeSpokenToo() {
        assertThat(recorded(consents.spoken(KEY, desk.call(NUMBER, "duty", "contact", 1), false, "再等"))
                        .phase())
                .isEqualTo(Phase.REFUSED);
    }

    @Test
    void aDecisionOnTheLineStillMeetsTheRuleThatOneIsEnough() {
        recorded(consents.grant(KEY, "ciso-deputy", 1, ""));
        assertThat(declined(consents.spoken(KEY, desk.call(NUMBER, "duty", "contact", 1), false, "no")))
                .isInstanceOf(Refusal.AlreadyDecided.class);
    }
}
