package tw.xuhang.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.run.Course;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.StepStatus;
import tw.xuhang.runbook.run.Surroundings;

/** The facts of one turn: what messages and mail make of a state, gathered for one commit. */
final class Turn {

    /** Attempts of a step whose port throws before it begins anything; then as any other doubt. */
    private static final int PATIENCE = 15;

    private final Course course;
    private final Surroundings around;
    private final long head;
    private final List<RunEntry> entries = new ArrayList<>();
    private final List<String> running = new ArrayList<>();
    private final List<Message.Lost> lost = new ArrayList<>();
    private final Set<Long> answered = new HashSet<>();
    private RunState state;

    Turn(Course course, RunState state, long head, Surroundings around) {
        this.course = course;
        this.state = state;
        this.head = head;
        this.around = around;
    }

    /** A pause counts before everything that the same turn would start; of several pauses and resumptions the last does. */
    void take(List<Message> messages, List<Post> mail) {
        mail.stream().filter(Turn::holdsOrLetsGo).forEach(this::take);
        messages.forEach(this::take);
        mail.stream().filter(post -> !holdsOrLetsGo(post)).forEach(this::take);
    }

    private static boolean holdsOrLetsGo(Post post) {
        return post instanceof Post.Pause || post instanceof Post.Resume;
    }

    private void take(Message message) {
        switch (message) {
            case Message.Came came -> {
                if (!(came.report() instanceof Report.Parked)) {
                    answered.add(came.attempt().seq());
                }
                report(came);
            }
            case Message.Lost lost -> {
                if (isUnderWay(lost.step(), lost.attempt())) {
                    this.lost.add(lost);
                }
            }
            case Message.Learned learned -> {
                if (isUnderWay(learned.step(), learned.attempt())) {
                    if (isAnswer(learned.inquiry())) {
                        answered.add(learned.attempt().seq());
                    }
                    learn(learned.step(), learned.inquiry());
                }
            }
            case Message.NotBegun failed -> {
                if (isUnderWay(failed.step(), failed.attempt())) {
                    answered.add(failed.attempt().seq());
                    againLater(failed);
                }
            }
            case Message.Look ignored -> {}
        }
    }

    /** What throws each time must neither go round in a circle nor do so for ever. */
    private void againLater(Message.NotBegun failed) {
        int attempts = state.step(failed.step()).attempts();
        follow(
                attempts < PATIENCE
                        ? new RunEntry.RetryPlanned(failed.step(), around.now().plus(Pauses.after(attempts - 1)))
                        : new RunEntry.StepDoubted(failed.step(), failed.why()));
    }

    private static boolean isAnswer(Inquiry inquiry) {
        return !(inquiry instanceof Inquiry.Waits || inquiry instanceof Inquiry.Running);
    }

    private void take(Post post) {
        if (post instanceof Post.Reported told) {
            answered.add(told.attempt().seq());
        }
        gather(course.receive(state, reached(), post, around));
    }

    /** What time alone, or a resource that came free, has changed. */
    void look() {
        take(new Post.Wake());
    }

    private void report(Message.Came came) {
        switch (came.report()) {
            case Report.Ended ended -> take(new Post.Reported(came.step(), came.attempt(), ended.outcome()));
            case Report.Doubted doubted -> {
                if (isUnderWay(came.step(), came.attempt())) {
                    follow(new RunEntry.StepDoubted(came.step(), doubted.why()));
                }
            }
            case Report.Parked parked -> {
                // The answer may have come before the port returned; then there is nothing to wait for.
                if (isUnderWay(came.step(), came.attempt())) {
                    follow(new RunEntry.StepParked(came.step(), parked.waiting()));
                }
            }
        }
    }

    private void learn(String step, Inquiry inquiry) {
        switch (inquiry) {
            case Inquiry.Finished finished -> follow(new RunEntry.StepEnded(step, finished.outcome()));
            case Inquiry.Waits waits -> follow(new RunEntry.StepParked(step, waits.waiting()));
            case Inquiry.NeverStarted ignored -> follow(new RunEntry.RetryPlanned(step, around.now()));
            case Inquiry.Unknown unknown -> follow(new RunEntry.StepDoubted(step, unknown.why()));
            case Inquiry.Running ignored -> running.add(step);
        }
    }

    private boolean isUnderWay(String step, AttemptId attempt) {
        StepState at = state.step(step);
        return at.status() == StepStatus.RUNNING && at.attemptSeq() == attempt.seq();
    }

    private void follow(RunEntry entry) {
        gather(course.follow(state, reached(), List.of(entry), around));
    }

    private void gather(Course.Plan plan) {
        entries.addAll(plan.entries());
        state = plan.state();
    }

    private long reached() {
        return head + entries.size();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<RunEntry> entries() {
        return entries;
    }

    /** Steps found still running at the far end: to attach to. */
    List<String> running() {
        return running;
    }

    /** Seqs of the attempts whose port told how they stand, so that there is nothing to end or take back. */
    Set<Long> answered() {
        return answered;
    }

    /** Attempts of which this process lost sight: to be asked about, for they may still run. */
    List<Message.Lost> lost() {
        return lost;
    }

    RunState state() {
        return state;
    }

    Instant at() {
        return around.now();
    }
}
