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

/** Work orders to vendors. */
@Controller("/api/v1/dispatches")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DispatchesController {

    private final Casebook casebook;
    private final Views views;
    private final Problems problems;

    DispatchesController(Casebook casebook, Views views, Problems problems) {
        this.casebook = casebook;
        this.views = views;
        this.problems = problems;
    }

    /** Orders, newest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Dispatches.class)))
    @Get
    @Allowed(Action.READ_CASES)
    HttpResponse<?> dispatches(HttpRequest<?> request, @RequestBean Wanted wanted) {
        Optional<Standing> standing = wanted.standing();
        return standing.isEmpty()
                ? problems.badState(request)
                : ListView.answer(
                        request,
                        casebook.orders(wanted.ofIncident(), standing.get(), wanted.cut())
                                .map(key -> views.order(key).orElseThrow()));
    }

    /** An order with what the vendor said on it. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Get("/{key}")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> dispatch(HttpRequest<?> request, String key) {
        Optional<DispatchView> found = Wanted.isKey(key) ? views.order(key) : Optional.empty();
        return found.<HttpResponse<?>>map(HttpResponse::ok).orElseGet(() -> problems.unknown(request, "dispatch", key));
    }
}
