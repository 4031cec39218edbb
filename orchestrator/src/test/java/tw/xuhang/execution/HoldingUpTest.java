package tw.xuhang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.StepStatus;

/** A pause counts from the moment in which it was written down, in this life of the service and the next. */
final class HoldingUpTest {

    private static final Waiting SOMEBODY = new Waiting.Person("server-room", "T-1");

    private final List<String> begun = new ArrayList<>();

    private final StepPort port = new StepPort() {
        @Override
        public Report perform(Attempt attempt) {
            begun.add(attempt.step().name());
            return attempt.step().name().equals("look")
                    ? new Report.Parked(SOMEBODY)
                    : new Report.Ended(Outcome.succeeded());
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            return new Inquiry.Waits(SOMEBODY);
        }
    };

    private final OneRun run =
            new OneRun(port, OneRun.task(Frame.named("look")), OneRun.playbook(Frame.named("switch")));
    private Engine engine = run.engine();

    @BeforeEach
    void somebodyIsAsked() {
        engine.takeOver();
        run.crew.workAll();
    }

    private void works(Post... posts) {
        for (Post post : posts) {
            run.kept.post(OneRun.RUN, post);
        }
        engine.nudge(OneRun.RUN);
        run.crew.workAll();
    }

    private Post answer() {
        var attempt =
                new AttemptId("run/" + OneRun.RUN, run.state().step("look").attemptSeq());
        return new Post.Reported("look", attempt, Outcome.succeeded());
    }

    @Test
    void whatAnAnswerInTheSameTurnWouldStartIsHeldUp() {
        works(answer(), new Post.Pause("leader", "look first"));
        assertThat(begun).containsExactly("look");
        assertThat(run.state().step("look").status()).isEqualTo(StepStatus.SUCCEEDED);

        works(new Post.Resume("leader"));
        assertThat(begun).containsExactly("look", "switch");
        assertThat(run.state().ended()).map(RunEntry.Ended::ending).contains(RunEnding.SUCCEEDED);
    }

    @Test
    void ofPauseAndResumeInOneTurnTheLaterCounts() {
        works(new Post.Pause("leader", "look first"), new Post.Resume("leader"), new Post.Pause("duty", "wait"));
        works(answer());
        assertThat(begun).containsExactly("look");
        works(new Post.Resume("leader"), new Post.Pause("duty", "wait"), new Post.Resume("duty"));
        assertThat(run.state().hasEnded()).isTrue();
    }

    @Test
    void theNextLifeHoldsItUpToo() {
        works(new Post.Pause("leader", "look first"));
        engine = run.engine();
        engine.takeOver();
        works(answer());
        assertThat(begun).containsExactly("look");
        works(new Post.Resume("leader"));
        assertThat(begun).containsExactly("look", "switch");
    }
}
