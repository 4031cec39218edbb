package tw.xuhang.step;

import java.time.InstantSource;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.task.Task;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;

/** Opens the task that a step describes, and waits for the person. The task's id is the attempt's. */
public final class TaskSteps implements StepPort {

    private final Tasks tasks;
    private final InstantSource clock;

    public TaskSteps(Tasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Report perform(Attempt attempt) {
        var step = (Step.Task) attempt.step();
        tasks.open(
                id(attempt),
                new TaskEntry.Opened(
                        attempt.incident(),
                        step.who(),
                        step.frame().title(),
                        step.checklist(),
                        step.record(),
                        step.frame().timeout().map(t -> clock.instant().plus(t)),
                        attempt.run(),
                        step.name(),
                        attempt.id().stream(),
                        attempt.id().seq()));
        return new Report.Parked(waiting(attempt, step));
    }

    @Override
    public Report pretend(Attempt attempt) {
        return new Report.Ended(Outcome.pretended(((Step.Task) attempt.step()).who()));
    }

    @Override
    public Inquiry inquire(Attempt attempt) {
        Task task = tasks.read(id(attempt));
        return task.opened().isPresent()
                ? new Inquiry.Waits(waiting(attempt, (Step.Task) attempt.step()))
                : new Inquiry.NeverStarted();
    }

    @Override
    public void abort(Attempt attempt) {
        tasks.withdraw(id(attempt), "aborted");
    }

    private static Waiting waiting(Attempt attempt, Step.Task step) {
        return new Waiting.Person(step.who(), id(attempt));
    }

    private static String id(Attempt attempt) {
        return attempt.id().ident();
    }
}
