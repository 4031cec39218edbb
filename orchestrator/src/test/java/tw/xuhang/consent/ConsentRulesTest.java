package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.KEY;
import static tw.xuhang.consent.ConsentDesk.T0;
import static tw.xuhang.consent.ConsentDesk.away;
import static tw.xuhang.consent.ConsentDesk.declined;
import static tw.xuhang.consent.ConsentDesk.recorded;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.directory.AuthorisedAct;
import tw.xuhang.directory.Deputy;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.Step.Consent.Act;

final class ConsentRulesTest {

    private final ConsentDesk desk = new ConsentDesk();
    private final Consents consents = desk.consents;

    @Test
    void nothingIsPreparedBeforeAServiceReachesItsLimit() {
        desk.opened();
        desk.clock.set(T0.plusSeconds(12).minusNanos(1));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.AWAITS_LIMIT);
        assertThat(declined(consents.request(KEY, "leader", 0, Ground.LIMIT_REACHED, "")))
                .isInstanceOf(Refusal.NothingPrepared.class);
        desk.clock.set(T0.plusSeconds(12));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.PREPARED);
    }

    @Test
    void theLeaderRequestsTheCisoConsentsTheLeaderDeclares() {
        desk.granted();
        var declared = recorded(consents.declare(KEY, "leader", 1, "啟動"));
        assertThat(declared.phase()).isEqualTo(Phase.DECLARED);
        assertThat(declared.declaration().orElseThrow().ground()).isEqualTo(Ground.LIMIT_REACHED);
        assertThat(desk.entries())
                .extracting(entry -> entry.actor().name())
                .containsExactly("xuhang", "xuhang", "leader", "ciso", "leader");
    }

    @Test
    void nothingIsDeclaredBeforeTheConsent() {
        desk.requested();
        assertThat(declined(consents.declare(KEY, "leader", 1, "")))
                .isEqualTo(new Refusal.NotYet(KEY, Phase.REQUESTED, Duty.DECIDE));
    }

    @Test
    void nothingIsDeclaredAgainstARefusal() {
        desk.requested();
        recorded(consents.refuse(KEY, "ciso", 1, "即將恢復"));
        assertThat(declined(consents.declare(KEY, "leader", 1, ""))).isInstanceOf(Refusal.WasRefused.class);
    }

    @Test
    void aRefusalSaysWhy() {
        desk.requested();
        assertThat(declined(consents.refuse(KEY, "ciso", 1, "  "))).isInstanceOf(Refusal.ReasonMissing.class);
    }

    @Test
    void nobodyConsentsToTheirOwnRequestEvenWithBothRoles() {
        desk.withRoles("leader", Set.of(Role.TEAM_LEADER, Role.CISO));
        desk.requested();
        assertThat(declined(consents.grant(KEY, "leader", 1, "")))
                .isEqualTo(new Refusal.SamePerson("leader", Duty.REQUEST));
    }

    @Test
    void whoConsentedDoesNotDeclareEvenWithBothRoles() {
        desk.withRoles("ciso", Set.of(Role.TEAM_LEADER, Role.CISO));
        desk.granted();
        assertThat(declined(consents.declare(KEY, "ciso", 1, "")))
                .isEqualTo(new Refusal.SamePerson("ciso", Duty.DECIDE));
    }

    @Test
    void anAdministratorHasNoSay() {
        desk.prepared();
        assertThat(declined(consents.request(KEY, "admin", 1, Ground.LIMIT_REACHED, "")))
                .isEqualTo(new Refusal.NoAuthority("admin", Duty.REQUEST));
        recorded(consents.request(KEY, "leader", 1, Ground.LIMIT_REACHED, ""));
        assertThat(declined(consents.grant(KEY, "admin", 1, "")))
                .isEqualTo(new Refusal.NoAuthority("admin", Duty.DECIDE));
    }

    @Test
    void whoIsNotInTheDirectoryHasNoSay() {
        desk.requested();
        assertThat(declined(consents.grant(KEY, "somebody", 1, ""))).isEqualTo(new Refusal.NotOnFile("somebody"));
    }

    @Test
    void aDeputyActsUnderTheAuthorisationAndTheRecordSaysSo() {
        desk.requested();
        recorded(consents.grant(KEY, "ciso-deputy", 1, ""));
        assertThat(desk.request().decision().orElseThrow().document()).isEqualTo("示鎮資字第 1150001 號");
        assertThat(desk.entries().getLast().actor()).isEqualTo(new Actor(Actor.Kind.PERSON, "ciso-deputy", "ciso"));
    }

    @Test
    void aDeputyWhoseAuthorisationDoesNotCoverThisActHasNoSay() {
        deputise(Set.of(AuthorisedAct.CONSENT_TO_STAND_DOWN, AuthorisedAct.PUBLISH), "2026-01-01", "2026-12-31");
        desk.requested();
        assertThat(declined(consents.grant(KEY, "ciso-deputy", 1, ""))).isInstanceOf(Refusal.NoAuthority.class);
    }

    @Test
    void aDeputyWhoseAuthorisationHasEndedHasNoSay() {
        deputise(Set.of(AuthorisedAct.CONSENT_TO_DECLARE), "2026-01-01", "2026-11-21");
        desk.requested();
        // 02:10 of the 22nd in Taipei, though still the 21st in UTC
        assertThat(declined(consents.grant(KEY, "ciso-deputy", 1, ""))).isInstanceOf(Refusal.NoAuthority.class);
    }

    @Test
    void aDeputyWhoMadeTheRequestCannotConsentToItEither() {
        desk.withRoles("ciso-deputy", Set.of(Role.TEAM_LEADER));
        desk.prepared();
        recorded(consents.request(KEY, "ciso-deputy", 1, Ground.LIMIT_REACHED, ""));
        assertThat(declined(consents.grant(KEY, "ciso-deputy", 1, ""))).isInstanceOf(Refusal.SamePerson.class);
    }

    @Test
    void aDecisionOnFactsThatHaveChangedIsRefusedAndAsksToLookAgain() {
        desk.requested();
        desk.situation.set(away("official-documents", "treasury"));
        assertThat(consents.upkeep(KEY).version()).isEqualTo(2);
        assertThat(declined(consents.grant(KEY, "ciso", 1, ""))).isEqualTo(new Refusal.LookAgain(KEY, 1, 2));
        assertThat(recorded(consents.grant(KEY, "ciso", 2, ""))
                        .decision()
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void timeThatPassesIsNoChangeOfFacts() {
        desk.requested();
        desk.clock.advance(Duration.ofMinutes(3));
        assertThat(consents.upkeep(KEY).version()).isEqualTo(1);
    }

    @Test
    void theLoserOfTwoDecisionsIsToldWhichOneCounts() {
        desk.requested();
        recorded(consents.grant(KEY, "ciso-deputy", 1, ""));
        desk.clock.advance(Duration.ofSeconds(12));
        Refusal why = declined(consents.refuse(KEY, "ciso", 1, "再等等"));
        assertThat(new RefusalText(desk.directory.get(), desk.clock.instant())
                        .of(why)
                        .en())
                .isEqualTo("consent " + KEY + " was decided 12 s ago by the deputy, Deputy of the CISO (granted,"
                        + " 02:10:12); your decision was not recorded. Open it to see the facts it was decided on.");
        assertThat(new RefusalText(desk.directory.get(), desk.clock.instant())
                        .of(why)
                        .zh())
                .contains("已由授權人資安長授權人於 02:10:12 同意；您的決定未記錄");
    }

    @Test
    void ofManyDecisionsAtOnceExactlyOneCounts() throws ExecutionException, InterruptedException {
        desk.requested();
        var acts = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 16; i++) {
            boolean grant = i % 2 == 0;
            String by = i % 3 == 0 ? "ciso-deputy" : "ciso";
            acts.add(() -> grant ? consents.grant(KEY, by, 1, "") : consents.refuse(KEY, by, 1, "no"));
        }
        int counted = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : pool.invokeAll(acts)) {
                if (answer.get() instanceof Answer.Recorded) {
                    counted++;
                } else {
                    assertThat(declined(answer.get())).isInstanceOf(Refusal.AlreadyDecided.class);
                }
            }
        }
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void aRequestIsWithdrawnWhenEveryServiceIsBack() {
        desk.requested();
        desk.situation.set(new Situation(Basis.NONE, true));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(declined(consents.grant(KEY, "ciso", 1, ""))).isInstanceOf(Refusal.WasWithdrawn.class);
    }

    @Test
    void aConsentThatIsNotYetDeclaredIsWithdrawnWhenEveryServiceIsBack() {
        desk.granted();
        desk.situation.set(new Situation(Basis.NONE, true));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void whatIsDeclaredStaysDeclaredWhenServicesComeBack() {
        desk.granted();
        recorded(consents.declare(KEY, "leader", 1, ""));
        desk.situation.set(new Situation(Basis.NONE, true));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.DECLARED);
    }

    @Test
    void nobodyIsAskedWhereEveryServiceCameBackBeforeItsLimit() {
        desk.opened();
        desk.situation.set(new Situation(Basis.NONE, true));
        assertThat(consents.upkeep(KEY).withdrawal().orElseThrow().reason())
                .isEqualTo(ConsentEntry.Withdrawn.Reason.ALL_SERVICES_BACK);
    }

    @Test
    void theRequestWaitsALittleForTheFirstServiceToBeSeenAway() {
        desk.opened();
        desk.situation.set(new Situation(Basis.NONE, false));
        desk.clock.advance(Upkeep.SETTLING.minusMillis(1));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.AWAITS_LIMIT);
        desk.clock.advance(Duration.ofMillis(1));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void theLeaderMayAskBeforeTheLimitWhereTotalLossIsEvidentAndSaysSo() {
        desk.opened();
        assertThat(declined(consents.request(KEY, "leader", 0, Ground.PLAN_CONDITION, "")))
                .isInstanceOf(Refusal.ReasonMissing.class);
        recorded(consents.request(KEY, "leader", 0, Ground.PLAN_CONDITION, "機房全毀"));
        desk.situation.set(new Situation(Basis.NONE, true));
        assertThat(consents.upkeep(KEY).phase()).isEqualTo(Phase.REQUESTED);
    }

    @Test
    void aGroundOfTheOtherActIsRefused() {
        desk.prepared();
        assertThat(declined(consents.request(KEY, "leader", 1, Ground.OVER, "")))
                .isInstanceOf(Refusal.NoGround.class);
    }

    @Test
    void standingDownIsDecidedLikeTheDeclaration() {
        desk.opened(Act.STAND_DOWN, false);
        desk.situation.set(new Situation(Basis.NONE, true));
        consents.upkeep(KEY);
        recorded(consents.request(KEY, "leader", 1, Ground.OVER, ""));
        recorded(consents.grant(KEY, "ciso", 1, ""));
        assertThat(recorded(consents.declare(KEY, "leader", 1, "解除")).phase()).isEqualTo(Phase.DECLARED);
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        desk.opened().opened();
        assertThat(desk.facts()).hasSize(1);
    }

    @Test
    void anActOnAKeyThatWasNeverOpenedIsRefused() {
        assertThat(declined(consents.grant("nothing", "ciso", 1, ""))).isInstanceOf(Refusal.Unknown.class);
    }

    private void deputise(Set<AuthorisedAct> acts, String from, String to) {
        Directory d = desk.directory.get();
        var deputy = new Deputy("ciso-deputy", Role.CISO, "no. 9", acts, 1, LocalDate.parse(from), LocalDate.parse(to));
        desk.directory.set(ConsentDesk.with(d, d.people(), List.of(deputy)));
    }
}
