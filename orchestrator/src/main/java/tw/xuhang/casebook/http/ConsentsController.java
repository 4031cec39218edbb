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

/** Requests for the CISO's consent (P-25). */
@Controller("/api/v1/consents")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsentsController {

    private final Casebook casebook;
    private final Views views;
    private final Problems problems;

    ConsentsController(Casebook casebook, Views views, Problems problems) {
        this.casebook = casebook;
        this.views = views;
        this.problems = problems;
    }

    /** Requests, newest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Consents.class)))
    @Get
    @Allowed(Action.READ_CASES)
    HttpResponse<?> consents(HttpRequest<?> request, @RequestBean Wanted wanted) {
        Optional<Standing> standing = wanted.standing();
        return standing.isEmpty()
                ? problems.badState(request)
                : ListView.answer(
                        request,
                        casebook.consents(wanted.ofIncident(), standing.get(), wanted.cut())
                                .map(key -> views.consent(key).orElseThrow()));
    }

    /** A request with the facts it was made on. Reading it decides nothing (C4). */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @Get("/{key}")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> consent(HttpRequest<?> request, String key) {
        Optional<ConsentView> found = Wanted.isKey(key) ? views.consent(key) : Optional.empty();
        return found.<HttpResponse<?>>map(HttpResponse::ok).orElseGet(() -> problems.unknown(request, "consent", key));
    }
}
