package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.casebook.Steering;
import tw.xuhang.casebook.Steering.Steered;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.run.RunEntry.Decision;

/**
 * What people decide about a run. 202: it is in the run's mailbox, and its owner makes a fact of it within a
 * moment; the run shows it then.
 */
@Controller("/api/v1/runs")
@Allowed(Action.STEER_RUN)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunActs {

    private final Steering steering;
    private final Once once;
    private final Problems problems;

    RunActs(Steering steering, Once once, Problems problems) {
        this.steering = steering;
        this.once = once;
        this.problems = problems;
    }

    /** Why. */
    @Introspected
    record Reason(@Nullable String reason) {}

    /** Holds the run up: no step starts until it is resumed; what is under way goes on, and clocks run. */
    @Post("/{run}/pause")
    HttpResponse<?> pause(HttpRequest<?> request, String run, @Body Reason reason) {
        String why = Said.text(reason.reason());
        return steer(request, run, why, true, () -> steering.pause(run, by(request), why));
    }

    /** Lets a paused run go on. */
    @Post("/{run}/resume")
    HttpResponse<?> resume(HttpRequest<?> request, String run) {
        return steer(request, run, "", false, () -> steering.resume(run, by(request)));
    }

    /** Ends the run: what is under way is ended, nothing more is begun. */
    @Post("/{run}/abort")
    HttpResponse<?> abort(HttpRequest<?> request, String run, @Body Reason reason) {
        String why = Said.text(reason.reason());
        return steer(request, run, why, true, () -> steering.abort(run, by(request), why));
    }

    /** Tries the step again, with the version of the runbook that the run began with (R5). */
    @Post("/{run}/steps/{step}/retry")
    HttpResponse<?> retry(HttpRequest<?> request, String run, String step, @Body Reason reason) {
        return decide(request, run, step, Decision.RETRY, reason, false);
    }

    /** Leaves the step out. */
    @Post("/{run}/steps/{step}/skip")
    HttpResponse<?> skip(HttpRequest<?> request, String run, String step, @Body Reason reason) {
        return decide(request, run, step, Decision.SKIP, reason, true);
    }

    /** Takes the step for done: somebody did it by hand. */
    @Post("/{run}/steps/{step}/complete")
    HttpResponse<?> complete(HttpRequest<?> request, String run, String step, @Body Reason reason) {
        return decide(request, run, step, Decision.FINISHED_BY_HAND, reason, true);
    }

    /** Lets the step's failure stand. */
    @Post("/{run}/steps/{step}/fail")
    HttpResponse<?> fail(HttpRequest<?> request, String run, String step, @Body Reason reason) {
        return decide(request, run, step, Decision.LET_FAIL, reason, true);
    }

    private HttpResponse<?> decide(
            HttpRequest<?> request, String run, String step, Decision decision, Reason reason, boolean needed) {
        String why = Said.text(reason.reason());
        return steer(request, run, why, needed, () -> steering.decide(run, step, decision, by(request), why));
    }

    private HttpResponse<?> steer(
            HttpRequest<?> request, String run, String why, boolean needed, Supplier<Steered> deed) {
        return once.run(request, Callers.key(request), why, () -> {
            if (!Wanted.isKey(run)) {
                return problems.unknown(request, "run", run);
            }
            return needed && why.isEmpty() ? problems.reasonMissing(request) : answer(request, run, deed.get());
        });
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, String run, Steered steered) {
        return switch (steered) {
            case Steered.Told _ -> HttpResponse.accepted().header("Location", "/api/v1/runs/" + run);
            case Steered.UnknownRun _ -> problems.unknown(request, "run", run);
            case Steered.UnknownStep _ -> problems.unknown(request, "step", run);
            case Steered.RunOver over ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "run-over",
                        new Text(
                                "%s 已結束（%s）。".formatted(run, Word.of(over.ending())),
                                "%s has ended (%s).".formatted(run, Word.of(over.ending()))));
            case Steered.NotUndecided step ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "step-not-undecided",
                        new Text(
                                "此步驟的狀態為 %s，沒有可決定之事項。".formatted(Word.of(step.status())),
                                "the step is %s: there is nothing to decide about it."
                                        .formatted(Word.of(step.status()))));
            case Steered.AlreadyPaused already ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "already-paused",
                        new Text(
                                "%s 已由 %s 暫停（%s）。"
                                        .formatted(
                                                run,
                                                already.pause().by(),
                                                already.pause().reason()),
                                "%s has been paused by %s (%s)."
                                        .formatted(
                                                run,
                                                already.pause().by(),
                                                already.pause().reason())));
            case Steered.NotPaused _ ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "not-paused",
                        new Text("%s 未暫停。".formatted(run), "%s is not paused.".formatted(run)));
            case Steered.Aborting aborting ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "being-aborted",
                        new Text(
                                "%s 已由 %s 要求中止。".formatted(run, aborting.by()),
                                "%s is being aborted, asked by %s.".formatted(run, aborting.by())));
        };
    }

    private static String by(HttpRequest<?> request) {
        return Callers.actor(request).name();
    }
}
