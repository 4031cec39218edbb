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

/** Tasks of people. */
@Controller("/api/v1/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TasksController {

    private final Casebook casebook;
    private final Views views;
    private final Problems problems;

    TasksController(Casebook casebook, Views views, Problems problems) {
        this.casebook = casebook;
        this.views = views;
        this.problems = problems;
    }

    /** Tasks, the one that has waited longest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Tasks.class)))
    @Get
    @Allowed(Action.READ_CASES)
    HttpResponse<?> tasks(HttpRequest<?> request, @RequestBean Wanted wanted) {
        Optional<Standing> standing = wanted.standing();
        return standing.isEmpty()
                ? problems.badState(request)
                : ListView.answer(
                        request,
                        casebook.tasks(wanted.ofIncident(), standing.get(), wanted.cut())
                                .map(line -> views.task(line.id()).orElseThrow()));
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Get("/{id}")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> task(HttpRequest<?> request, String id) {
        Optional<TaskView> found = Wanted.isKey(id) ? views.task(id) : Optional.empty();
        return found.<HttpResponse<?>>map(HttpResponse::ok).orElseGet(() -> problems.unknown(request, "task", id));
    }
}
