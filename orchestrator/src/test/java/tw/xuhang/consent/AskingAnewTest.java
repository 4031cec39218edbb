package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.INCIDENT;
import static tw.xuhang.consent.ConsentDesk.KEY;
import static tw.xuhang.consent.ConsentDesk.declined;
import static tw.xuhang.consent.ConsentDesk.recorded;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;

/** No answer of the CISO is the end: the leader may ask again, on the facts of then (P-25). */
class AskingAnewTest {

    private static final Text BY_PLAN = new Text("依計畫", "by the plan");

    private final ConsentDesk desk = new ConsentDesk();
    private final Consents consents = desk.consents;
    private final AskingAnew asking = new AskingAnew(
            consents, new CaseConsent(consents, new Keys()), desk.directory::get, act -> List.of(BY_PLAN), desk.clock);

    @Test
    void afterARefusalTheLeaderAsksAgainOnTheFactsOfThen() {
        desk.requested();
        recorded(consents.refuse(KEY, "ciso", 1, "線路十分鐘內可通"));
        desk.situation.set(ConsentDesk.away("official-documents", "treasury"));

        ConsentRequest anew = recorded(ask("leader"));

        assertThat(anew.phase()).isEqualTo(Phase.PREPARED);
        assertThat(anew.act()).isEqualTo(Act.DECLARE);
        assertThat(anew.basis().services()).hasSize(2);
        recorded(consents.request(anew.key(), "leader", anew.version(), Ground.LIMIT_REACHED, ""));
        recorded(consents.grant(anew.key(), "ciso", anew.version(), ""));
        recorded(consents.declare(anew.key(), "leader", anew.version(), ""));
        assertThat(consents.get(KEY).phase()).as("what was decided stays").isEqualTo(Phase.REFUSED);
    }

    @Test
    void nothingIsAskedBesideWhatIsStillOpen() {
        desk.requested();
        assertThat(declined(ask("leader"))).isEqualTo(new Refusal.StillOpen(KEY));
    }

    @Test
    void whereNoRunEverAskedTheLeaderMay() {
        ConsentRequest first = recorded(ask("leader"));
        assertThat(first.phase()).isEqualTo(Phase.PREPARED);
        assertThat(desk.entries().getFirst().actor().name()).isEqualTo("leader");
        assertThat(declined(ask("leader"))).isEqualTo(new Refusal.StillOpen(first.key()));
    }

    @Test
    void whatIsDeclaredIsAskedToBeStoodDown() {
        desk.granted();
        recorded(consents.declare(KEY, "leader", 1, ""));
        ConsentRequest anew = recorded(ask("leader"));
        assertThat(anew.act()).isEqualTo(Act.STAND_DOWN);
        recorded(consents.request(anew.key(), "leader", anew.version(), Ground.OVER, ""));
        recorded(consents.grant(anew.key(), "ciso", anew.version(), ""));
        recorded(consents.declare(anew.key(), "leader", anew.version(), "恢復正常"));
        assertThat(asking.act(INCIDENT)).as("and may be declared again").isEqualTo(Act.DECLARE);
    }

    @Test
    void onlyTheLeaderOrADeputyWithAnAuthorisationAsks() {
        assertThat(declined(ask("ciso"))).isEqualTo(new Refusal.NoAuthority("ciso", Duty.REQUEST));
        assertThat(declined(ask("admin"))).isEqualTo(new Refusal.NoAuthority("admin", Duty.REQUEST));
        assertThat(declined(ask("nobody"))).isEqualTo(new Refusal.NotOnFile("nobody"));
        recorded(ask("leader-deputy"));
        assertThat(desk.entries().getFirst().actor().deputyOf()).isEqualTo("team-leader");
    }

    @Test
    void noRunIsToldOfWhatNoRunAsked() {
        ConsentRequest anew = recorded(ask("leader"));
        desk.facts()
                .forEach(fact -> assertThat(RequestOutcome.posts(anew, fact)).isEmpty());
    }

    private Answer ask(String person) {
        return asking.open(INCIDENT, Mode.LIVE, person);
    }

    /** Every request that was ever opened, as the list of them has it. */
    private final class Keys implements OpenRequests {
        @Override
        public List<String> open() {
            return of(INCIDENT);
        }

        @Override
        public List<String> of(String incident) {
            return desk.entries().stream()
                    .map(entry -> entry.stream().key())
                    .distinct()
                    .toList();
        }
    }
}
