package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.T0;
import static tw.xuhang.consent.ConsentDesk.recorded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;

final class ConsentStepsTest {

    private static final String INCIDENT = "2026-0001";
    private static final AttemptId DECLARE = new AttemptId("run/2026-0001.1", 9);
    private static final AttemptId STAND_DOWN = new AttemptId("run/2026-0001.2", 4);

    private final ConsentDesk desk = new ConsentDesk();
    private final Consents consents = desk.consents;
    private final ConsentSteps steps =
            new ConsentSteps(consents, new CaseConsent(consents, new InCase()), attempt -> List.of());

    @Test
    void beforeTheLimitTheStepWaitsForTheServicesClock() {
        assertThat(steps.perform(attempt(DECLARE, Act.DECLARE)))
                .isEqualTo(new Report.Parked(new Waiting.Clock("declaration-limit")));
    }

    @Test
    void theRunIsToldForWhomTheStepWaitsAndInTheEndThatItIsDeclared() {
        steps.perform(attempt(DECLARE, Act.DECLARE));
        desk.clock.set(T0.plusSeconds(12));
        assertThat(told(consents.upkeep(DECLARE.ident()))).containsExactly(waits("team-leader"));
        assertThat(told(recorded(consents.request(DECLARE.ident(), "leader", 1, Ground.LIMIT_REACHED, ""))))
                .containsExactly(waits("ciso"));
        assertThat(told(recorded(consents.grant(DECLARE.ident(), "ciso", 1, ""))))
                .containsExactly(waits("team-leader"));
        assertThat(told(recorded(consents.declare(DECLARE.ident(), "leader", 1, ""))))
                .containsExactly(
                        new Post.Met(Need.DECLARATION),
                        new Post.Reported(
                                "continuity",
                                DECLARE,
                                new Outcome.Succeeded(Map.of("request", DECLARE.ident(), "consent", "granted"))));
    }

    @Test
    void aRefusalEndsTheStepAsFailedWithTheReason() {
        declareRequested();
        var refused = recorded(consents.refuse(DECLARE.ident(), "ciso", 1, "即將恢復"));
        assertThat(told(refused)).hasSize(2).first().isEqualTo(new Post.Lost(Need.DECLARATION, "refused"));
        assertThat(told(refused).getLast()).asString().contains("即將恢復", "refused");
    }

    @Test
    void aRequestThatIsWithdrawnEndsTheStepAsNotNeeded() {
        declareRequested();
        desk.situation.set(new Situation(Basis.NONE, true));
        assertThat(told(consents.upkeep(DECLARE.ident())))
                .hasSize(2)
                .contains(new Post.Lost(Need.DECLARATION, "withdrawn"))
                .last()
                .satisfies(post -> assertThat(((Post.Reported) post).outcome()).isInstanceOf(Outcome.NotNeeded.class));
    }

    @Test
    void anAttemptOfAnEarlierLifeIsFoundAgainByItsName() {
        assertThat(steps.inquire(attempt(DECLARE, Act.DECLARE))).isInstanceOf(Inquiry.NeverStarted.class);
        declareRequested();
        assertThat(steps.inquire(attempt(DECLARE, Act.DECLARE)))
                .isEqualTo(new Inquiry.Waits(new Waiting.Person("ciso", DECLARE.ident())));
        recorded(consents.refuse(DECLARE.ident(), "ciso", 1, "no"));
        assertThat(steps.inquire(attempt(DECLARE, Act.DECLARE))).isInstanceOf(Inquiry.Finished.class);
    }

    @Test
    void anAbortedStepLeavesNoRequestOpen() {
        declareRequested();
        steps.abort(attempt(DECLARE, Act.DECLARE));
        assertThat(consents.get(DECLARE.ident()).phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void nobodyStandsDownWhatWasNeverDeclared() {
        assertThat(steps.perform(attempt(STAND_DOWN, Act.STAND_DOWN)))
                .isInstanceOf(Report.Ended.class)
                .asString()
                .contains("NotNeeded");
        declareRequested();
        assertThat(steps.perform(attempt(STAND_DOWN, Act.STAND_DOWN))).isInstanceOf(Report.Ended.class);
    }

    @Test
    void whatWasDeclaredIsStoodDownByTheSameTwoActs() {
        declareRequested();
        recorded(consents.grant(DECLARE.ident(), "ciso", 1, ""));
        recorded(consents.declare(DECLARE.ident(), "leader", 1, ""));
        assertThat(steps.perform(attempt(STAND_DOWN, Act.STAND_DOWN)))
                .isEqualTo(new Report.Parked(new Waiting.Person("team-leader", STAND_DOWN.ident())));
        recorded(consents.request(STAND_DOWN.ident(), "leader", 1, Ground.OVER, ""));
        recorded(consents.grant(STAND_DOWN.ident(), "ciso", 1, ""));
        var down = recorded(consents.declare(STAND_DOWN.ident(), "leader", 1, ""));
        assertThat(RequestOutcome.posts(down, new ConsentEntry.Declared("leader", "", Ground.OVER, "")))
                .singleElement()
                .isInstanceOf(Post.Reported.class);
    }

    private void declareRequested() {
        steps.perform(attempt(DECLARE, Act.DECLARE));
        desk.clock.set(T0.plusSeconds(12));
        consents.upkeep(DECLARE.ident());
        recorded(consents.request(DECLARE.ident(), "leader", 1, Ground.LIMIT_REACHED, ""));
    }

    private List<Post> told(ConsentRequest request) {
        return RequestOutcome.posts(request, desk.facts().getLast());
    }

    private static Post waits(String role) {
        return new Post.WaitsFor("continuity", DECLARE, new Waiting.Person(role, DECLARE.ident()));
    }

    private static Attempt attempt(AttemptId id, Act act) {
        var step = new Step.Consent(
                Frame.named("continuity"),
                act,
                act == Act.DECLARE,
                "team-leader",
                "ciso",
                Duration.ofMinutes(10),
                Duration.ofMinutes(20),
                Duration.ofMinutes(30));
        String run = id.stream().substring("run/".length());
        return new Attempt(id, run, INCIDENT, step, 1, Map.of(), Mode.LIVE);
    }

    /** The requests of the case in the order they were opened. */
    private static final class InCase implements OpenRequests {
        @Override
        public List<String> open() {
            return of(INCIDENT);
        }

        @Override
        public List<String> of(String incident) {
            return List.of(DECLARE.ident(), STAND_DOWN.ident());
        }
    }
}
