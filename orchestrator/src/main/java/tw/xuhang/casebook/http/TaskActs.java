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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.Text;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.TaskEntry.Ending;
import tw.xuhang.task.Tasks;

/** How people end a task: done, failed or skipped, the last two with a reason. */
@Controller("/api/v1/tasks")
@Allowed(Action.DO_TASK)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskActs {

    private final Tasks tasks;
    private final Views views;
    private final Once once;
    private final Problems problems;
    private final InstantSource clock;

    TaskActs(Tasks tasks, Views views, Once once, Problems problems, InstantSource clock) {
        this.tasks = tasks;
        this.views = views;
        this.once = once;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * What a person says of a task.
     *
     * @param fields what the task asks to be recorded
     * @param at when it was done, now where nothing is said
     */
    @Introspected
    record Report(
            @Nullable String reason,
            @Nullable Map<String, String> fields,
            @Nullable Instant at) {}

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Post("/{id}/done")
    HttpResponse<?> done(HttpRequest<?> request, String id, @Body Report report) {
        return end(request, id, Ending.DONE, report);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Post("/{id}/failed")
    HttpResponse<?> failed(HttpRequest<?> request, String id, @Body Report report) {
        return end(request, id, Ending.FAILED, report);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Post("/{id}/skipped")
    HttpResponse<?> skipped(HttpRequest<?> request, String id, @Body Report report) {
        return end(request, id, Ending.SKIPPED, report);
    }

    private HttpResponse<?> end(HttpRequest<?> request, String id, Ending ending, Report report) {
        return once.run(request, Callers.key(request), report, () -> {
            if (!Wanted.isKey(id)) {
                return problems.unknown(request, "task", id);
            }
            Instant now = clock.instant();
            Actor actor = Callers.actor(request);
            var ended = new TaskEntry.Ended(
                    ending,
                    Said.text(report.reason()),
                    Said.fields(report.fields()),
                    report.at() == null || report.at().isAfter(now) ? now : report.at(),
                    actor.name());
            return answer(request, id, tasks.end(id, ended, actor));
        });
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, String id, Tasks.Told told) {
        return switch (told) {
            case Tasks.Told.Taken _ -> HttpResponse.ok(views.task(id).orElseThrow());
            case Tasks.Told.Unknown _ -> problems.unknown(request, "task", id);
            case Tasks.Told.Over over ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "task-over",
                        new Text(
                                "此任務已結束（%s），未重複記錄。".formatted(TaskView.state(over.task())),
                                "the task is %s already; nothing was recorded."
                                        .formatted(TaskView.state(over.task()))));
            case Tasks.Told.Missing missing ->
                problems.of(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "fields-missing",
                        new Text("尚有欄位未填。", "something must be filled in."),
                        missing.fields().stream()
                                .map(field -> new Declined.Fault(
                                        field.equals("reason") ? "/reason" : "/fields/" + field, "missing"))
                                .toList());
        };
    }
}
