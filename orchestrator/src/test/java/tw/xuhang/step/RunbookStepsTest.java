package tw.xuhang.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.InMemoryJournal;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.Phase;
import tw.xuhang.incident.store.IncidentFacts;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;

final class RunbookStepsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");
    private static final String CASE = "2026-0001";
    private static final String CHILD = CASE + ".1-7";

    private final InMemoryJournal journal = new InMemoryJournal(() -> NIGHT);
    private final Incidents incidents = new Incidents(journal, IncidentFacts.codec(), RunFacts.codec(), () -> CASE);
    private final List<String> worked = new ArrayList<>();
    private final List<String> aborted = new ArrayList<>();
    private Runbook newest = runbook("v1");
    private Optional<String> earlier = Optional.empty();
    private final RunbookSteps steps = new RunbookSteps(
            incidents,
            (key, mode) -> Optional.of(newest).filter(runbook -> runbook.key().equals(key)),
            _ -> earlier,
            worked::add,
            (run, post) -> aborted.add(run + " " + (post instanceof Post.Abort abort ? abort.reason() : post)));

    @BeforeEach
    void openTheCase() {
        var opening =
                new Incidents.Opening(IncidentKind.REPORTED, "site/x", "", NIGHT, Mode.DRILL, "test", Actor.SYSTEM);
        incidents.open(opening, List.of(new Incidents.Start(runbook("v0"), Map.of(), "test")), Incidents.Along.NOTHING);
    }

    @Test
    void aChildBeginsInTheCaseAndTheModeOfItsParentWithTheParametersItIsGiven() {
        assertThat(steps.perform(attempt(7))).isEqualTo(waits(CHILD));

        assertThat(worked).containsExactly(CHILD);
        assertThat(began(CHILD))
                .isEqualTo(new RunEntry.Began(
                        "restore", "v1", CASE, Mode.DRILL, Map.of("line", "backup", "note", "-"), "runbook"));
        assertThat(runs()).containsExactly(CASE + ".1", CHILD);
    }

    @Test
    void anAttemptThatIsMadeTwiceFindsTheChildItBegan() {
        steps.perform(attempt(7));

        assertThat(steps.perform(attempt(7))).isEqualTo(waits(CHILD));
        assertThat(steps.inquire(attempt(7))).isEqualTo(new Inquiry.Waits(new Waiting.Run(CHILD)));
        assertThat(runs()).containsExactly(CASE + ".1", CHILD);
    }

    @Test
    void anAttemptThatWasFoundNotToHaveStartedNeverStarts() {
        assertThat(steps.inquire(attempt(7))).isEqualTo(new Inquiry.NeverStarted());

        assertThat(steps.perform(attempt(7))).isEqualTo(failed("called off before it began"));
        assertThat(worked).isEmpty();
        assertThat(steps.perform(attempt(9))).isEqualTo(waits(CASE + ".1-9"));
    }

    @Test
    void aChildKeepsTheVersionItBeganWith() {
        steps.perform(attempt(7));
        newest = runbook("v2");
        steps.perform(attempt(9));

        assertThat(began(CHILD).version()).isEqualTo("v1");
        assertThat(began(CASE + ".1-9").version()).isEqualTo("v2");
    }

    @Test
    void whatIsCalledOffAbortsItsChildOrNeverBegins() {
        steps.perform(attempt(7));
        steps.abort(attempt(7));
        assertThat(aborted).containsExactly(CHILD + " called off by run " + CASE + ".1");

        steps.abort(attempt(9));
        assertThat(aborted).hasSize(1);
        assertThat(steps.perform(attempt(9))).isEqualTo(failed("called off before it began"));
    }

    @Test
    void aSecondAttemptWaitsUntilTheChildOfTheFirstHasEnded() {
        steps.perform(attempt(7));
        earlier = Optional.of(CHILD);
        assertThat(steps.perform(attempt(9, 2, CASE + ".1")))
                .isEqualTo(failed("run " + CHILD + " of an earlier attempt has not ended yet"));

        earlier = Optional.empty();
        assertThat(steps.perform(attempt(11, 3, CASE + ".1"))).isEqualTo(waits(CASE + ".1-11"));
    }

    @Test
    void fourLevelsAreTheMost() {
        String third = CASE + ".1-7-4";
        assertThat(steps.perform(attempt(9, 1, third))).isEqualTo(waits(third + "-9"));
        assertThat(steps.perform(attempt(9, 1, third + "-9")))
                .isEqualTo(failed("runbooks run each other at most 4 levels deep"));
    }

    @Test
    void aRunbookThatIsGoneAndACaseThatIsClosedFailTheStep() {
        newest = new Runbook(
                "other",
                "v1",
                Text.of("other"),
                List.of(),
                "server-room",
                newest.objective(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(steps.perform(attempt(7))).isEqualTo(failed("the library has no runbook restore"));

        newest = runbook("v1");
        incidents.reach(CASE, Phase.CLOSED, "over", Actor.SYSTEM);
        assertThat(steps.perform(attempt(9))).isEqualTo(failed("the case is closed"));
    }

    @Test
    void theNextRunOfTheCaseIsCountedWithoutChildren() {
        steps.perform(attempt(7));
        assertThat(incidents.beginAgain(CASE, new Incidents.Start(runbook("v0"), Map.of(), "test"), Actor.SYSTEM))
                .contains(CASE + ".2");
    }

    @Test
    void whatNeverBeginsIsAFactOfTheCaseOnce() {
        steps.inquire(attempt(7));
        steps.abort(attempt(7));
        assertThat(journal.read(StreamId.of("incident", CASE)).stream()
                        .map(entry -> IncidentFacts.codec().read(entry))
                        .filter(IncidentEntry.RunGivenUp.class::isInstance))
                .containsExactly(new IncidentEntry.RunGivenUp(CHILD, "below"));
    }

    private List<String> runs() {
        return incidents.read(CASE).runs().stream().map(Incident.CaseRun::run).toList();
    }

    private RunEntry.Began began(String run) {
        return (RunEntry.Began)
                RunFacts.codec().read(journal.read(StreamId.of("run", run)).getFirst());
    }

    private static Attempt attempt(long seq) {
        return attempt(seq, 1, CASE + ".1");
    }

    private static Attempt attempt(long seq, int number, String run) {
        var step = new Step.Child(Frame.named("below"), "restore", Map.of("line", "$standby"));
        return new Attempt(
                new AttemptId("run/" + run, seq), run, CASE, step, number, Map.of("standby", "backup"), Mode.DRILL);
    }

    private static Report waits(String run) {
        return new Report.Parked(new Waiting.Run(run));
    }

    private static Report failed(String reason) {
        return new Report.Ended(Outcome.failed(reason));
    }

    private static Runbook runbook(String version) {
        return new Runbook(
                "restore",
                version,
                Text.of("restore"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of("line", new Runbook.Parameter("uplink", "main"), "note", new Runbook.Parameter("text", "-")),
                List.of(),
                List.of(),
                List.of());
    }
}
