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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.casebook.Starting;
import tw.xuhang.casebook.Starting.Started;
import tw.xuhang.publication.Repertoire.Choice;
import tw.xuhang.runbook.Text;

/** Begins runbooks on open cases by hand, in the case's own mode. */
@Controller("/api/v1/incidents/{number}/runs")
@Allowed(Action.STEER_RUN)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunStarts {

    private final Starting starting;
    private final Once once;
    private final Problems problems;

    RunStarts(Starting starting, Once once, Problems problems) {
        this.starting = starting;
        this.once = once;
        this.problems = problems;
    }

    /**
     * What to begin.
     *
     * @param version to take, e.g. that of a run which is repeated (R5); else the one in force
     * @param parameters the others keep their defaults
     */
    @Introspected
    record Wish(
            @Nullable String runbook,
            @Nullable String version,
            @Nullable Map<String, String> parameters,
            @Nullable String reason) {}

    @Introspected
    record Begun(String run) {}

    /** Begins a runbook. Needs an {@code Idempotency-Key}. */
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Begun.class)))
    @Post
    HttpResponse<?> begin(HttpRequest<?> request, String number, @Body Wish wish) {
        return once.runWithKey(request, Callers.key(request), wish, () -> begun(request, number, wish));
    }

    private MutableHttpResponse<?> begun(HttpRequest<?> request, String number, Wish wish) {
        String key = Said.text(wish.runbook());
        String reason = Said.text(wish.reason());
        if (reason.isEmpty()) {
            return problems.reasonMissing(request);
        }
        if (!Wanted.isKey(number)) {
            return problems.unknown(request, "incident", number);
        }
        var wanted = new Starting.Wish(key, Said.text(wish.version()), Said.fields(wish.parameters()), reason);
        return switch (starting.begin(number, wanted, Callers.actor(request))) {
            case Started.Begun(String run) ->
                HttpResponse.created(new Begun(run)).header("Location", "/api/v1/runs/" + run);
            case Started.UnknownCase _ -> problems.unknown(request, "incident", number);
            case Started.Unavailable(Choice why) -> problems.unavailable(request, why);
            case Started.UnknownParameters unknown -> problems.unknownParameters(request, unknown.names());
            case Started.CaseClosed _ -> problems.alreadyClosed(request, number);
            case Started.AtWork _ ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "at-work",
                        new Text("此案已有同一手冊執行中。", "a run of this runbook is at work on the case."));
        };
    }
}
