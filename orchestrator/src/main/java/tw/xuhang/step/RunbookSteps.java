package tw.xuhang.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.Post;

/**
 * Begins the run that a runbook step names, in the same case, and waits for it by name. The run is called after the
 * attempt and its beginning is a fact of the case, so whoever asks again finds it, or takes its place for good (R3).
 */
public final class RunbookSteps implements StepPort {

    /** The reason of every child run, which its conditions see as {@code signal.kind}. */
    public static final String REASON = "runbook";

    private final Incidents incidents;
    private final BiFunction<String, Mode, Optional<Runbook>> library;
    private final Function<Attempt, Optional<String>> earlier;
    private final Consumer<String> work;
    private final BiConsumer<String, Post> post;

    /**
     * @param library the version of a runbook that a run of a mode may begin with
     * @param earlier the run that an earlier attempt at the same step began, where that has not ended
     * @param work takes a run that has just begun, e.g. the engine
     * @param post tells a run something, durably
     */
    public RunbookSteps(
            Incidents incidents,
            BiFunction<String, Mode, Optional<Runbook>> library,
            Function<Attempt, Optional<String>> earlier,
            Consumer<String> work,
            BiConsumer<String, Post> post) {
        this.incidents = incidents;
        this.library = library;
        this.earlier = earlier;
        this.work = work;
        this.post = post;
    }

    @Override
    public Report perform(Attempt attempt) {
        var step = (Step.Child) attempt.step();
        String run = Lineage.child(attempt.id());
        if (Lineage.level(run) > Step.Child.MOST_LEVELS) {
            return failed("runbooks run each other at most " + Step.Child.MOST_LEVELS + " levels deep");
        }
        Optional<String> before = attempt.number() == 1 ? Optional.empty() : earlier.apply(attempt);
        if (before.isPresent()) {
            return failed("run " + before.get() + " of an earlier attempt has not ended yet");
        }
        return library.apply(step.runbook(), attempt.mode())
                .map(runbook -> begin(attempt, run, start(attempt, step, runbook)))
                .orElseGet(() -> failed("the library has no runbook " + step.runbook()));
    }

    private Report begin(Attempt attempt, String run, Incidents.Start start) {
        return switch (incidents.beginChild(attempt.incident(), run, start)) {
            case NOW -> {
                work.accept(run);
                yield new Report.Parked(new Waiting.Run(run));
            }
            case BEFORE -> new Report.Parked(new Waiting.Run(run));
            case GIVEN_UP -> failed("called off before it began");
            case CASE_CLOSED -> failed("the case is closed");
        };
    }

    private static Report failed(String reason) {
        return new Report.Ended(Outcome.failed(reason));
    }

    private static Incidents.Start start(Attempt attempt, Step.Child step, Runbook runbook) {
        Map<String, String> parameters = new HashMap<>();
        runbook.parameters().forEach((name, parameter) -> parameters.put(name, parameter.preset()));
        step.with().forEach((name, value) -> parameters.put(name, attempt.resolve(value)));
        return new Incidents.Start(runbook, parameters, REASON);
    }

    /** A run that began tells its parent when it ends; until then there is nothing to ask it. */
    @Override
    public Inquiry inquire(Attempt attempt) {
        String run = Lineage.child(attempt.id());
        return incidents.giveUp(attempt.incident(), run, attempt.step().name()).isPresent()
                ? new Inquiry.Waits(new Waiting.Run(run))
                : new Inquiry.NeverStarted();
    }

    @Override
    public void abort(Attempt attempt) {
        incidents
                .giveUp(
                        attempt.incident(),
                        Lineage.child(attempt.id()),
                        attempt.step().name())
                .filter(run -> run.ending().isEmpty())
                .ifPresent(
                        run -> post.accept(run.run(), new Post.Abort("system", "called off by run " + attempt.run())));
    }
}
