package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Casebook.Standing;

/** Runs of runbooks, their steps and logs. */
@Controller("/api/v1/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunsController {

    private final Casebook casebook;
    private final Views views;
    private final Problems problems;

    RunsController(Casebook casebook, Views views, Problems problems) {
        this.casebook = casebook;
        this.views = views;
        this.problems = problems;
    }

    /** Runs, newest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Runs.class)))
    @Get
    @Allowed(Action.READ_CASES)
    HttpResponse<?> runs(HttpRequest<?> request, @RequestBean Wanted wanted) {
        Optional<Standing> standing = wanted.standing();
        return standing.isEmpty()
                ? problems.badState(request)
                : ListView.answer(
                        request,
                        casebook.runs(wanted.ofIncident(), standing.get(), wanted.cut())
                                .map(RunLine::of));
    }

    /** A run with its steps: what each waits for, what it found out, how often it was tried. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunView.class)))
    @Get("/{run}")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> run(HttpRequest<?> request, String run) {
        Optional<RunView> found = Wanted.isKey(run) ? views.run(run) : Optional.empty();
        return found.<HttpResponse<?>>map(HttpResponse::ok).orElseGet(() -> problems.unknown(request, "run", run));
    }

    /** The log of the run's automatic steps, oldest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Log.class)))
    @Get("/{run}/log")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> log(HttpRequest<?> request, String run, @RequestBean Wanted wanted) {
        if (!Wanted.isKey(run) || casebook.run(run).isEmpty()) {
            return problems.unknown(request, "run", run);
        }
        return ListView.answer(request, casebook.log(run, wanted.cut()).map(LogView::of));
    }
}
