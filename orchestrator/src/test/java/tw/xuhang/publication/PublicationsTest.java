package tw.xuhang.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.publication.Desk.KEY;
import static tw.xuhang.publication.Desk.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.language.Source;

/** What the leader and the CISO may do about a version, and what they may not (P-30). */
final class PublicationsTest {

    private static final Source A = text("A");
    private static final Source B = text("B");
    private static final Source C = text("C");

    private final Desk desk = new Desk();

    @Test
    void aDraftIsReviewedByTheLeaderAndPublishedByTheCiso() {
        assertThat(desk.submit(A, "contact")).isInstanceOf(Answer.Recorded.class);
        assertThat(stage(A)).isEqualTo(Stage.DRAFT);
        assertThat(desk.repertoire().find(KEY, Mode.LIVE)).isEmpty();

        assertThat(desk.review(A, "leader")).isInstanceOf(Answer.Recorded.class);
        assertThat(stage(A)).isEqualTo(Stage.REVIEWED);
        assertThat(desk.repertoire().find(KEY, Mode.LIVE)).isEmpty();

        assertThat(desk.publish(A, "ciso")).isInstanceOf(Answer.Recorded.class);
        assertThat(stage(A)).isEqualTo(Stage.IN_FORCE);
        assertThat(desk.repertoire().find(KEY, Mode.LIVE))
                .hasValueSatisfying(one -> assertThat(one.version()).isEqualTo(A.version()));
        assertThat(desk.history().facts())
                .extracting(fact -> fact.actor().name())
                .containsExactly("contact", "leader", "ciso");
    }

    @Test
    void onlyTheirsIsTheActWhoseDutyItIs() {
        desk.submit(A, "contact");
        assertThat(desk.review(A, "ciso")).isEqualTo(no(new Refusal.NoAuthority("ciso", Duty.REVIEW)));
        assertThat(desk.review(A, "admin")).isEqualTo(no(new Refusal.NoAuthority("admin", Duty.REVIEW)));
        assertThat(desk.review(A, "stranger")).isEqualTo(no(new Refusal.NotOnFile("stranger")));
        desk.review(A, "leader");
        assertThat(desk.publish(A, "leader")).isEqualTo(no(new Refusal.NoAuthority("leader", Duty.PUBLISH)));
        assertThat(desk.publish(A, "admin")).isEqualTo(no(new Refusal.NoAuthority("admin", Duty.PUBLISH)));
        assertThat(desk.history().inForce()).isEmpty();
    }

    @Test
    void aDeputyPublishesUnderTheAuthorisationOnFileAndNotAfterIt() {
        desk.submit(A, "contact");
        desk.review(A, "leader");
        desk.clock.advance(Duration.ofDays(3650));
        assertThat(desk.publish(A, "ciso-deputy")).isEqualTo(no(new Refusal.NoAuthority("ciso-deputy", Duty.PUBLISH)));
        desk.clock.set(Desk.T0);
        assertThat(desk.publish(A, "ciso-deputy")).isInstanceOf(Answer.Recorded.class);
        assertThat(desk.history().facts().getLast().actor())
                .isEqualTo(new Actor(Actor.Kind.PERSON, "ciso-deputy", "ciso"));
    }

    @Test
    void whoeverSubmittedItNeitherReviewsNorPublishesIt() {
        desk.submit(A, "leader");
        assertThat(desk.review(A, "leader")).isEqualTo(no(new Refusal.SamePerson("leader", true)));
        desk.submit(B, "ciso");
        desk.review(B, "leader");
        assertThat(desk.publish(B, "ciso")).isEqualTo(no(new Refusal.SamePerson("ciso", true)));
    }

    @Test
    void nothingIsPublishedThatWasNotReviewed() {
        desk.submit(A, "contact");
        assertThat(desk.publish(A, "ciso")).isEqualTo(no(new Refusal.NotReviewed(A.version())));
        desk.review(A, "leader");
        assertThat(desk.act(A, "ciso", new Deed.GiveBack(""))).isEqualTo(no(new Refusal.ReasonMissing(A.version())));
        assertThat(desk.act(A, "ciso", new Deed.GiveBack("第三步漏了通知"))).isInstanceOf(Answer.Recorded.class);
        assertThat(stage(A)).isEqualTo(Stage.RETURNED);
        assertThat(desk.publish(A, "ciso")).isEqualTo(no(new Refusal.NotReviewed(A.version())));
    }

    @Test
    void warningsAreAcknowledgedAndErrorsAreNot() {
        Source bare = Desk.withoutTimeout("A");
        desk.submit(bare, "contact");
        var blind = new Deed.Said("", Set.of(), "");
        assertThat(desk.act(bare, "leader", new Deed.Review(blind)))
                .isEqualTo(no(new Refusal.NotAcknowledged(List.of("RB-C30", "RB-C14"))));
        assertThat(desk.review(bare, "leader")).isInstanceOf(Answer.Recorded.class);

        desk.around.set(desk.around.get().withServices(Set.of("another")));
        assertThat(desk.publish(bare, "ciso"))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.why()).isInstanceOf(Refusal.Invalid.class));
    }

    @Test
    void ofTwoPublicationsOfAVersionExactlyOneCounts() {
        desk.submit(A, "contact");
        desk.review(A, "leader");
        desk.publish(A, "ciso");
        assertThat(desk.publish(A, "ciso-deputy"))
                .isEqualTo(no(new Refusal.AlreadyPublished(A.version(), "ciso", Desk.T0)));
    }

    @Test
    void ofTwoVersionsPublishedAtOnceTheSecondIsLookedAtAgain() {
        desk.submit(A, "contact");
        desk.submit(B, "contact");
        desk.review(A, "leader");
        desk.review(B, "leader");
        var seen = desk.said();
        desk.publish(A, "ciso");
        assertThat(desk.act(B, "ciso-deputy", new Deed.Publish(seen)))
                .isEqualTo(no(new Refusal.LookAgain(B.version(), "", A.version(), true)));
        assertThat(desk.publish(B, "ciso")).isEqualTo(no(new Refusal.LookAgain(B.version(), "", A.version(), true)));
        desk.review(B, "leader");
        assertThat(desk.act(B, "ciso", new Deed.Publish(seen)))
                .isEqualTo(no(new Refusal.LookAgain(B.version(), "", A.version(), false)));
        assertThat(desk.publish(B, "ciso")).isInstanceOf(Answer.Recorded.class);
        assertThat(stage(A)).isEqualTo(Stage.SUPERSEDED);
    }

    @Test
    void whatWasPublishedOnceIsPutBackInForceWithoutASecondReview() {
        twoPublished();
        assertThat(desk.publish(A, "ciso")).isInstanceOf(Answer.Recorded.class);
        assertThat(desk.history().inForce()).contains(A.version());
        assertThat(stage(B)).isEqualTo(Stage.SUPERSEDED);
    }

    @Test
    void whatIsWithdrawnNeverRunsForRealUntilItIsReviewedAndPublishedAnew() {
        twoPublished();
        assertThat(desk.act(B, "leader", new Deed.Withdraw("有誤")))
                .isEqualTo(no(new Refusal.NoAuthority("leader", Duty.PUBLISH)));
        assertThat(desk.act(B, "ciso", new Deed.Withdraw("有誤"))).isInstanceOf(Answer.Recorded.class);
        assertThat(stage(B)).isEqualTo(Stage.WITHDRAWN);
        assertThat(desk.repertoire().all(Mode.LIVE)).isEmpty();
        assertThat(desk.repertoire().choose(KEY, Mode.LIVE, B.version()))
                .isEqualTo(new Repertoire.Choice.Withdrawn(KEY, B.version()));
        assertThat(desk.publish(B, "ciso")).isEqualTo(no(new Refusal.NotReviewed(B.version())));
        desk.published(B);
        assertThat(desk.history().inForce()).contains(B.version());
    }

    @Test
    void theVersionInForceIsConfirmedByReviewingAndPublishingItAnew() {
        desk.submit(A, "contact");
        desk.published(A);
        desk.footing.put("role:server-room", "2");
        desk.published(A);
        assertThat(desk.history().current().orElseThrow().footing()).containsEntry("role:server-room", "2");
        assertThat(stage(A)).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void aTextWithErrorsIsNoDraft() {
        var broken = new Source("lamp.yaml", "runbook: lamp\n".getBytes(StandardCharsets.UTF_8));
        assertThat(desk.submit(broken, "contact"))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.why()).isInstanceOf(Refusal.Invalid.class));
        assertThat(desk.texts.versions()).isEmpty();
    }

    private void twoPublished() {
        desk.submit(A, "contact");
        desk.published(A);
        desk.submit(B, "contact");
        desk.published(B);
        desk.submit(C, "contact");
    }

    private Stage stage(Source file) {
        History history = desk.history();
        return history.stage(history.edition(file.version()).orElseThrow());
    }

    private static Answer no(Refusal why) {
        return new Answer.Declined(why);
    }
}
