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

/** Cases and their timelines. */
@Controller("/api/v1/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IncidentsController {

    private final Casebook casebook;
    private final Views views;
    private final Problems problems;

    IncidentsController(Casebook casebook, Views views, Problems problems) {
        this.casebook = casebook;
        this.views = views;
        this.problems = problems;
    }

    /** Cases, newest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Incidents.class)))
    @Get
    @Allowed(Action.READ_CASES)
    HttpResponse<?> incidents(HttpRequest<?> request, @RequestBean Wanted wanted) {
        Optional<Standing> standing = wanted.standing();
        return standing.isEmpty()
                ? problems.badState(request)
                : ListView.answer(
                        request, casebook.cases(standing.get(), wanted.cut()).map(IncidentLine::of));
    }

    /** A case with its outages, runs, requests for consent and work orders. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentView.class)))
    @Get("/{number}")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> incident(HttpRequest<?> request, String number) {
        Optional<IncidentView> found = Wanted.isKey(number) ? views.incident(number) : Optional.empty();
        return found.<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(() -> problems.unknown(request, "incident", number));
    }

    /** The case's entries in the order of the evidence: by recorded time, then stream, then place. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lists.Timeline.class)))
    @Get("/{number}/timeline")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> timeline(HttpRequest<?> request, String number, @RequestBean Wanted wanted) {
        if (!Wanted.isKey(number) || casebook.caseOf(number).isEmpty()) {
            return problems.unknown(request, "incident", number);
        }
        return ListView.answer(request, casebook.timeline(number, wanted.cut()).map(EventView::of));
    }
}
