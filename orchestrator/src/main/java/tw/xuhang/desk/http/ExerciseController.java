package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.casebook.Reporting;
import tw.xuhang.casebook.Reporting.Reported;
import tw.xuhang.desk.Overview;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.runbook.Mode;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;

/** Tries a version of a runbook from its page, in a case of its own: nobody is reached, or only people are (R7, P-30). */
@Controller("/runbooks/{key:[a-z0-9-]+}/{version:[0-9a-f]+}/exercise")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExerciseController {

    private static final int LONGEST = 200;

    private final Reporting reporting;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    ExerciseController(Reporting reporting, Overview overview, Pages pages, Errors errors) {
        this.reporting = reporting;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    @Post
    @Allowed(Action.RUN_DRILL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> begin(HttpRequest<?> request, String key, String version, @Body Map<String, Object> body) {
        var form = new Form(body);
        Optional<Mode> mode = mode(form.text("mode"));
        String reason = form.text("reason");
        if (mode.isEmpty() || reason.isEmpty() || reason.length() > LONGEST) {
            return errors.answer(request, HttpStatus.BAD_REQUEST);
        }
        Instant now = overview.look(pages.words(request)).now();
        var report = new Reporting.Report(
                IncidentKind.REPORTED,
                "runbook/" + key,
                key + "：" + reason,
                now,
                mode.get(),
                key,
                version,
                Map.of(),
                reason);
        return switch (reporting.open(report, now, Visitor.of(request).actor())) {
            case Reported.Opened opened -> Pages.see("/runs/" + opened.runs().getFirst());
            case Reported.Unavailable _ -> errors.answer(request, HttpStatus.NOT_FOUND);
            case Reported.AlreadyOpen _, Reported.UnknownParameters _ -> errors.answer(request, HttpStatus.CONFLICT);
        };
    }

    /** From here nothing begins that is not an exercise. */
    private static Optional<Mode> mode(String word) {
        return switch (word) {
            case "simulate" -> Optional.of(Mode.SIMULATE);
            case "drill" -> Optional.of(Mode.DRILL);
            default -> Optional.empty();
        };
    }
}
