package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Recognition;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.casebook.Steering;
import tw.xuhang.desk.Overview;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.runbook.run.RunEntry.Decision;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Live;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.http.Regions;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.Region;
import tw.xuhang.web.view.RunView;

/** The page of a run, and what people decide about it. */
@Controller("/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {

    private final Overview overview;
    private final Steering steering;
    private final Repertoire repertoire;
    private final Pages pages;
    private final Regions regions;
    private final Live live;
    private final Recognition recognition;
    private final Errors errors;

    RunController(
            Overview overview,
            Steering steering,
            Repertoire repertoire,
            Pages pages,
            Regions regions,
            Live live,
            Recognition recognition,
            Errors errors) {
        this.overview = overview;
        this.steering = steering;
        this.repertoire = repertoire;
        this.pages = pages;
        this.regions = regions;
        this.live = live;
        this.recognition = recognition;
        this.errors = errors;
    }

    @Get("/{run:[0-9.-]+}")
    @Allowed(Action.READ_CASES)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, String run) {
        return page(request, run, HttpStatus.OK, "");
    }

    @Get("/{run:[0-9.-]+}/events")
    @Allowed(Action.READ_CASES)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(HttpRequest<?> request, String run) {
        Supplier<Optional<Visitor>> onlooker = recognition.onlooker(request, Action.READ_CASES);
        Words words = pages.words(request);
        String token = Viewers.formToken(request);
        return live.of(() -> onlooker.get().map(now -> run(words, run, Viewers.account(now), token)));
    }

    private Map<String, Region> run(Words words, String run, Account viewer, String token) {
        return overview.run(words, run, viewer)
                .map(view -> regions.run(words, overview.look(words).now(), view, token))
                .orElse(Map.of());
    }

    @Post("/{run:[0-9.-]+}/steps/{step}/decision")
    @Allowed(Action.STEER_RUN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> decide(HttpRequest<?> request, String run, String step, @Body Map<String, Object> body) {
        Form form = new Form(body);
        String answer = form.text("answer");
        String reason = form.text("reason");
        if (reason.isEmpty() && !answer.equals("retry")) {
            return page(request, run, HttpStatus.UNPROCESSABLE_ENTITY, "run.refused.reason");
        }
        String by = Visitor.of(request).actor().name();
        return switch (answer) {
            case "retry" -> told(request, run, steering.decide(run, step, Decision.RETRY, by, reason));
            case "skip" -> told(request, run, steering.decide(run, step, Decision.SKIP, by, reason));
            case "finish" -> told(request, run, steering.decide(run, step, Decision.FINISHED_BY_HAND, by, reason));
            case "abort" -> told(request, run, steering.abort(run, by, reason));
            default -> errors.answer(request, HttpStatus.BAD_REQUEST);
        };
    }

    @Post("/{run:[0-9.-]+}/pause")
    @Allowed(Action.STEER_RUN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> pause(HttpRequest<?> request, String run, @Body Map<String, Object> body) {
        return forReason(request, run, body, (by, reason) -> steering.pause(run, by, reason));
    }

    @Post("/{run:[0-9.-]+}/resume")
    @Allowed(Action.STEER_RUN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> resume(HttpRequest<?> request, String run) {
        return told(
                request, run, steering.resume(run, Visitor.of(request).actor().name()));
    }

    @Post("/{run:[0-9.-]+}/abort")
    @Allowed(Action.STEER_RUN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> abort(HttpRequest<?> request, String run, @Body Map<String, Object> body) {
        return forReason(request, run, body, (by, reason) -> steering.abort(run, by, reason));
    }

    /** What holds a run up, or ends it, says why. */
    private HttpResponse<?> forReason(
            HttpRequest<?> request,
            String run,
            Map<String, Object> body,
            BiFunction<String, String, Steering.Steered> act) {
        String reason = new Form(body).text("reason");
        return reason.isEmpty()
                ? page(request, run, HttpStatus.UNPROCESSABLE_ENTITY, "run.refused.reason")
                : told(request, run, act.apply(Visitor.of(request).actor().name(), reason));
    }

    private HttpResponse<?> told(HttpRequest<?> request, String run, Steering.Steered steered) {
        return switch (steered) {
            case Steering.Steered.Told told -> Pages.see("/runs/" + run);
            case Steering.Steered.UnknownRun unknown -> errors.answer(request, HttpStatus.NOT_FOUND);
            case Steering.Steered.UnknownStep unknown -> errors.answer(request, HttpStatus.NOT_FOUND);
            case Steering.Steered.RunOver over -> page(request, run, HttpStatus.CONFLICT, "run.refused.over");
            case Steering.Steered.NotUndecided decided ->
                page(request, run, HttpStatus.CONFLICT, "run.refused.decided");
            case Steering.Steered.AlreadyPaused paused -> page(request, run, HttpStatus.CONFLICT, "run.refused.paused");
            case Steering.Steered.NotPaused going -> page(request, run, HttpStatus.CONFLICT, "run.refused.going");
            case Steering.Steered.Aborting aborting -> page(request, run, HttpStatus.CONFLICT, "run.refused.aborting");
        };
    }

    private HttpResponse<?> page(HttpRequest<?> request, String run, HttpStatus status, String trouble) {
        Words words = pages.words(request);
        Optional<RunView> found = overview.run(words, run, Viewers.account(request));
        if (found.isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        RunView view = found.get();
        Chrome page =
                pages.chrome(request, view.name() + " " + run, view.mode()).live("/runs/" + run + "/events");
        var parts = regions.run(words, page.now(), view, Viewers.formToken(request));
        String said = trouble.isEmpty() ? "" : words.get(trouble);
        return pages.page(
                status, "run", page, Map.of("run", view, "regions", parts, "trouble", said, "newer", newer(run)));
    }

    /** Where to see what differs from the version that a run would begin with now (R5); empty where nothing does. */
    private String newer(String run) {
        return steering.state(run)
                .began()
                .flatMap(began -> repertoire
                        .find(began.runbook(), began.mode())
                        .filter(now -> !now.version().equals(began.version()))
                        .map(now -> "/runbooks/%s?version=%s&from=%s"
                                .formatted(began.runbook(), now.version(), began.version())))
                .orElse("");
    }
}
