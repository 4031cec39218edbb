package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.KEY;
import static tw.xuhang.consent.ConsentDesk.T0;
import static tw.xuhang.consent.ConsentDesk.recorded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.Deputy;
import tw.xuhang.directory.Directory;

final class SilenceLadderTest {

    private static final Instant REQUESTED = T0.plusSeconds(12);

    private final ConsentDesk desk = new ConsentDesk();

    @Test
    void theLadderOfTheCisoIsLetterReminderDeputyCall() {
        desk.requested();
        assertThat(climb(Duration.ZERO)).containsExactly(asked("ciso", ""));
        assertThat(climb(Duration.ofMinutes(10).minusNanos(1))).isEmpty();
        assertThat(climb(Duration.ofMinutes(10)))
                .containsExactly(new ConsentEntry.Reminded(Duty.DECIDE, List.of("ciso")));
        assertThat(climb(Duration.ofMinutes(20))).containsExactly(asked("ciso-deputy", "示鎮資字第 1150001 號"));
        assertThat(climb(Duration.ofMinutes(30))).containsExactly(new ConsentEntry.CallTaskOpened(Duty.DECIDE));
        assertThat(climb(Duration.ofDays(30))).isEmpty();
    }

    @Test
    void silenceNeverGrantsConsentAndNeverRefusesIt() {
        desk.requested();
        climb(Duration.ofDays(365));
        assertThat(desk.request().phase()).isEqualTo(Phase.REQUESTED);
        assertThat(desk.request().decision()).isEmpty();
    }

    @Test
    void theLeaderHasALadderBeforeTheRequestAndBeforeTheDeclaration() {
        desk.prepared();
        assertThat(climb(Duration.ofHours(1)))
                .contains(
                        new ConsentEntry.Asked(Duty.REQUEST, "leader", "", "hash-leader"),
                        new ConsentEntry.Reminded(Duty.REQUEST, List.of("leader")),
                        new ConsentEntry.Asked(Duty.REQUEST, "leader-deputy", "示鎮資字第 1150002 號", "hash-leader-deputy"),
                        new ConsentEntry.CallTaskOpened(Duty.REQUEST));
        recorded(desk.consents.request(KEY, "leader-deputy", 1, Ground.LIMIT_REACHED, ""));
        recorded(desk.consents.grant(KEY, "ciso", 1, ""));
        assertThat(climb(Duration.ofHours(3)))
                .contains(
                        new ConsentEntry.Asked(Duty.DECLARE, "leader", "", "hash-leader"),
                        new ConsentEntry.CallTaskOpened(Duty.DECLARE));
    }

    @Test
    void withoutADeputyOnFileTheLadderEndsInACallAndNotInADeputy() {
        Directory d = desk.directory.get();
        desk.directory.set(new Directory(
                d.office(),
                d.people(),
                List.of(),
                d.vendors(),
                d.services(),
                d.uplinks(),
                d.segments(),
                d.routers(),
                d.maintenance()));
        desk.requested();
        climb(Duration.ofMinutes(10));
        assertThat(climb(Duration.ofMinutes(20))).containsExactly(new ConsentEntry.CallTaskOpened(Duty.DECIDE));
    }

    @Test
    void whoMadeTheRequestIsNotAskedToConsentToIt() {
        desk.prepared();
        Directory d = desk.directory.get();
        desk.directory.set(new Directory(
                d.office(),
                d.people(),
                d.deputies().stream()
                        .map(x -> new Deputy("leader", x.of(), x.document(), x.acts(), x.order(), x.from(), x.to()))
                        .toList(),
                d.vendors(),
                d.services(),
                d.uplinks(),
                d.segments(),
                d.routers(),
                d.maintenance()));
        recorded(desk.consents.request(KEY, "leader", 1, Ground.LIMIT_REACHED, ""));
        assertThat(climb(Duration.ofDays(1)))
                .noneMatch(fact -> fact instanceof ConsentEntry.Asked asked
                        && asked.person().equals("leader"));
    }

    @Test
    void whereNoLetterLeftTheCallIsDueAtOnce() {
        desk.requested();
        climbWithoutNews(Duration.ZERO);
        desk.consents.notTold(KEY, Duty.DECIDE, "ciso", "connection refused");
        assertThat(climb(Duration.ZERO)).containsExactly(new ConsentEntry.CallTaskOpened(Duty.DECIDE));
    }

    @Test
    void aLetterThatWasLostWithTheServiceIsWrittenAgainAfterAMinute() {
        desk.requested();
        assertThat(climbWithoutNews(Duration.ZERO)).containsExactly(asked("ciso", ""));
        assertThat(climbWithoutNews(Duration.ofSeconds(59))).isEmpty();
        assertThat(climb(Duration.ofSeconds(60))).containsExactly(asked("ciso", ""));
        assertThat(climb(Duration.ofMinutes(9))).isEmpty();
    }

    @Test
    void aLetterThatTheMailServerDidNotTakeIsBroughtAgainUntilItDoes() {
        desk.requested();
        climbWithoutNews(Duration.ZERO);
        desk.consents.notTold(KEY, Duty.DECIDE, "ciso", "connection refused");
        assertThat(climb(Duration.ofSeconds(1))).as("the telephone, at once").hasSize(1);
        assertThat(climbWithoutNews(Duration.ofMinutes(2))).containsExactly(asked("ciso", ""));
        desk.consents.notTold(KEY, Duty.DECIDE, "ciso", "connection refused");
        assertThat(climb(Duration.ofMinutes(4))).containsExactly(asked("ciso", ""));
        assertThat(climb(Duration.ofMinutes(9))).as("now it was taken").isEmpty();
    }

    @Test
    void rungsMissedWhileTheServiceWasDownAreTakenOnceEach() {
        desk.requested();
        assertThat(climb(Duration.ofHours(5))).hasSize(4);
        assertThat(climb(Duration.ofHours(5))).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecided() {
        desk.requested();
        climb(Duration.ZERO);
        recorded(desk.consents.refuse(KEY, "ciso", 1, "no"));
        assertThat(climb(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void whatWillHappenIsKnownBeforeItDoes() {
        desk.requested();
        assertThat(desk.consents.ahead(KEY))
                .extracting(SilenceLadder.Due::at)
                .containsExactly(
                        REQUESTED,
                        REQUESTED.plus(Duration.ofMinutes(10)),
                        REQUESTED.plus(Duration.ofMinutes(20)),
                        REQUESTED.plus(Duration.ofMinutes(30)));
    }

    private List<ConsentEntry> climb(Duration after) {
        List<ConsentEntry> taken = climbWithoutNews(after);
        for (ConsentEntry fact : taken) {
            if (fact instanceof ConsentEntry.Asked asked) {
                desk.consents.told(KEY, asked.duty(), asked.person());
            }
        }
        return taken;
    }

    /** The service dies before it knows what became of the letters. */
    private List<ConsentEntry> climbWithoutNews(Duration after) {
        desk.clock.set(REQUESTED.plus(after));
        return desk.consents.climb(KEY, person -> "hash-" + person);
    }

    private static ConsentEntry asked(String person, String document) {
        return new ConsentEntry.Asked(Duty.DECIDE, person, document, "hash-" + person);
    }
}
