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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.casebook.AddingTasks;
import tw.xuhang.casebook.AddingTasks.Added;
import tw.xuhang.runbook.Text;

/** Gives work that no runbook foresaw to a role. */
@Controller("/api/v1/incidents/{number}/tasks")
@Allowed(Action.WORK_ON_CASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskAdditions {

    private final AddingTasks adding;
    private final Views views;
    private final Once once;
    private final Problems problems;

    TaskAdditions(AddingTasks adding, Views views, Once once, Problems problems) {
        this.adding = adding;
        this.views = views;
        this.once = once;
        this.problems = problems;
    }

    /**
     * What is to be done.
     *
     * @param role e.g. {@code server-room}
     * @param withinMinutes until it is due; no limit where nothing is said
     */
    @Introspected
    record Wish(
            @Nullable String title,
            @Nullable String role,
            @Nullable List<String> checklist,
            @Nullable Integer withinMinutes) {}

    /** Opens it. The same title for the same role, while it is open, is the same task. */
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Post
    HttpResponse<?> add(HttpRequest<?> request, String number, @Body Wish wish) {
        return once.run(request, Callers.key(request), wish, () -> added(request, number, wish));
    }

    private MutableHttpResponse<?> added(HttpRequest<?> request, String number, Wish wish) {
        if (!Wanted.isKey(number)) {
            return problems.unknown(request, "incident", number);
        }
        var wanted = new AddingTasks.Wish(
                Said.text(wish.title()),
                Said.text(wish.role()),
                wish.checklist() == null
                        ? List.of()
                        : wish.checklist().stream()
                                .filter(Objects::nonNull)
                                .map(Said::text)
                                .toList(),
                Optional.ofNullable(wish.withinMinutes()).map(Duration::ofMinutes));
        return switch (adding.add(number, wanted, Callers.actor(request))) {
            case Added.Task(String id) -> HttpResponse.created(views.task(id).orElseThrow());
            case Added.There(String id) -> HttpResponse.ok(views.task(id).orElseThrow());
            case Added.UnknownCase _ -> problems.unknown(request, "incident", number);
            case Added.CaseClosed _ -> problems.alreadyClosed(request, number);
            case Added.Wrong(List<String> fields) ->
                problems.of(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "task-incomplete",
                        new Text("加辦事項缺漏或不正確。", "the task lacks something, or something in it is wrong."),
                        fields.stream()
                                .map(field -> new Declined.Fault(
                                        field.equals("within") ? "/withinMinutes" : "/" + field, "missing or wrong"))
                                .toList());
        };
    }
}
