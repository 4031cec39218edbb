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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.consent.Answer;
import tw.xuhang.consent.AskingAnew;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.RefusalText;
import tw.xuhang.desk.Asking;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Overview;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Mode;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;

/**
 * The team leader's page: makes the prepared request, declares after consent, stands down. Whether this
 * person may, also as a deputy, is the request's own rule (C1); reading needs no more than a case does.
 */
@Controller("/incidents/{number:[0-9-]+}/declaration")
@Allowed(Action.READ_CASES)
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeclarationController {

    private final Consents consents;
    private final AskingAnew asking;
    private final Incidents incidents;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    DeclarationController(
            Consents consents, AskingAnew asking, Incidents incidents, Overview overview, Pages pages, Errors errors) {
        this.consents = consents;
        this.asking = asking;
        this.incidents = incidents;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, String number) {
        return page(request, number, HttpStatus.OK, "");
    }

    /** Opens a request that no run asks for; the leader then sees its facts and makes it. */
    @Post("/ask")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> askAnew(HttpRequest<?> request, String number, @Body Map<String, Object> body) {
        Optional<Mode> mode = incidents.openMode(number);
        return mode.isEmpty()
                ? errors.answer(request, HttpStatus.NOT_FOUND)
                : done(
                        request,
                        number,
                        asking.open(number, mode.get(), Viewers.account(request).name()));
    }

    @Post("/request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, String number, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<Ground> ground = Stream.of(Ground.values())
                .filter(known -> known.name().equals(form.text("ground")))
                .findFirst();
        Optional<ConsentRequest> about = about(number, form);
        if (about.isEmpty() || ground.isEmpty()) {
            return errors.answer(request, HttpStatus.BAD_REQUEST);
        }
        return done(
                request,
                number,
                consents.request(
                        about.get().key(),
                        Viewers.account(request).name(),
                        form.number("version", 0),
                        ground.get(),
                        form.text("reason")));
    }

    @Post("/declare")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> declare(HttpRequest<?> request, String number, @Body Map<String, Object> body) {
        return declared(request, number, new Form(body));
    }

    @Post("/stand-down")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> standDown(HttpRequest<?> request, String number, @Body Map<String, Object> body) {
        return declared(request, number, new Form(body));
    }

    private HttpResponse<?> declared(HttpRequest<?> request, String number, Form form) {
        Optional<ConsentRequest> about = about(number, form);
        if (about.isEmpty()) {
            return errors.answer(request, HttpStatus.BAD_REQUEST);
        }
        String account = Viewers.account(request).name();
        return done(
                request,
                number,
                consents.declare(about.get().key(), account, form.number("version", 0), form.text("text")));
    }

    /** A form about another case's request is no form of this page. */
    private Optional<ConsentRequest> about(String number, Form form) {
        String key = form.text("key");
        return key.matches("[A-Za-z0-9._-]{1,80}")
                ? Optional.of(consents.get(key))
                        .filter(found -> found.incident().equals(number))
                : Optional.empty();
    }

    private HttpResponse<?> done(HttpRequest<?> request, String number, Answer answer) {
        Look look = overview.look(pages.words(request));
        return switch (answer) {
            case Answer.Recorded recorded -> Pages.see("/incidents/" + number + "/declaration");
            case Answer.Declined declined ->
                page(
                        request,
                        number,
                        HttpStatus.CONFLICT,
                        look.say(new RefusalText(look.directory(), look.now()).of(declined.why())));
        };
    }

    private HttpResponse<?> page(HttpRequest<?> request, String number, HttpStatus status, String trouble) {
        Look look = overview.look(pages.words(request));
        Optional<ConsentRequest> leading = overview.leading(number);
        Optional<Mode> open = incidents.openMode(number);
        if (leading.isEmpty() && open.isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        var desk = new Asking(look);
        var view = leading.map(about -> desk.leader(number, about, open.isPresent(), trouble))
                .orElseGet(() -> desk.leader(number, open.orElseThrow(), trouble));
        Chrome page = pages.chrome(request, look.get("declaration.title"), view.mode());
        return pages.page(status, "declaration", page, Map.of("view", view));
    }
}
