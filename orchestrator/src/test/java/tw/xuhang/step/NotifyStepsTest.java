package tw.xuhang.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.PostOffice.Posted;
import tw.xuhang.runbook.port.Report;

class NotifyStepsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");
    private static final Posted TAKEN = new Posted.Accepted("250 queued");

    private final StandingClock clock = new StandingClock(NIGHT);
    private final List<PostOffice.Letter> brought = new ArrayList<>();

    @Test
    void everybodyWhoHoldsARoleGetsOneLetter() throws InterruptedException {
        assertThat(tell(letter -> TAKEN)).isEqualTo(new Outcome.Succeeded(Map.of("told", "leader server-room")));
        assertThat(brought)
                .extracting(letter -> letter.to().getFirst())
                .containsExactly("leader@office.test", "server-room@office.test");
    }

    @Test
    void aMailServerThatIsAwayForSomeMinutesIsWaitedForAndOnlyWhoWasMissedIsWrittenToAgain()
            throws InterruptedException {
        Instant back = NIGHT.plus(Duration.ofMinutes(3));
        PostOffice post = letter ->
                letter.to().contains("leader@office.test") || !clock.instant().isBefore(back)
                        ? TAKEN
                        : new Posted.Deferred("connection refused");

        assertThat(tell(post)).isInstanceOf(Outcome.Succeeded.class);

        assertThat(brought.stream().filter(letter -> letter.to().contains("leader@office.test")))
                .hasSize(1);
        assertThat(brought.stream()
                        .filter(letter -> letter.to().contains("server-room@office.test"))
                        .map(PostOffice.Letter::messageId)
                        .distinct())
                .as("one letter, however often it was brought")
                .hasSize(1);
        assertThat(clock.instant()).isBefore(back.plus(Duration.ofMinutes(2)));
    }

    @Test
    void aLetterWhoseAnswerWasLostIsBroughtAgain() throws InterruptedException {
        PostOffice post = letter -> brought.size() < 3 ? new Posted.Unclear("read timed out") : TAKEN;
        assertThat(tell(post)).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void anAddressThatIsRefusedIsNamedAtOnce() throws InterruptedException {
        PostOffice post =
                letter -> letter.to().contains("leader@office.test") ? new Posted.Refused("550 no such user") : TAKEN;
        assertThat(tell(post))
                .isEqualTo(new Outcome.Failed("not told: leader: 550 no such user", Map.of("told", "server-room")));
        assertThat(clock.instant()).isEqualTo(NIGHT);
    }

    @Test
    void patienceEndsAndSaysWhoWasNotToldAndWhy() throws InterruptedException {
        Outcome outcome = tell(letter -> new Posted.Deferred("connection refused"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("leader: connection refused", "server-room: connection refused"));
        assertThat(Duration.between(NIGHT, clock.instant())).isLessThanOrEqualTo(NotifySteps.PATIENCE);
        assertThat(brought).hasSizeBetween(30, 60);
    }

    private Outcome tell(PostOffice post) throws InterruptedException {
        PostOffice counted = letter -> {
            brought.add(letter);
            return post.post(letter);
        };
        var step = new Step.Notify(
                Frame.named("tell-the-team"),
                List.of("team-leader", "server-room"),
                new Text("主線路中斷", "the main line is down"));
        Report report = new NotifySteps(counted, SampleOffice::directory, clock, clock::advance)
                .perform(new Attempt(
                        new AttemptId("run/2026-0001.1", 5), "2026-0001.1", "2026-0001", step, 1, Map.of(), Mode.LIVE));
        return ((Report.Ended) report).outcome();
    }
}
