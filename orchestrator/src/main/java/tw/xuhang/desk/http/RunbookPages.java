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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.access.Action;
import tw.xuhang.access.Lock;
import tw.xuhang.access.SecondFactor;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.desk.Editions;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Overview;
import tw.xuhang.publication.Answer;
import tw.xuhang.publication.Catalogue;
import tw.xuhang.publication.Deed;
import tw.xuhang.publication.Edition;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.Refusal;
import tw.xuhang.publication.RefusalText;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;

/** The pages of the runbooks: which version is in force, what differs, and the leader's and the CISO's acts (P-30). */
@Controller("/runbooks")
@Allowed(Action.READ_CASES)
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunbookPages {

    private final Catalogue catalogue;
    private final Publications publications;
    private final SecondFactor factor;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    RunbookPages(
            Catalogue catalogue,
            Publications publications,
            SecondFactor factor,
            Overview overview,
            Pages pages,
            Errors errors) {
        this.catalogue = catalogue;
        this.publications = publications;
        this.factor = factor;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    @Get
    HttpResponse<?> all(HttpRequest<?> request) {
        Look look = overview.look(pages.words(request));
        Chrome page = pages.chrome(request, look.get("runbooks.title"), null);
        return pages.page("runbooks", page, Map.of("view", editions(look).all()));
    }

    /** @param from version to compare with */
    @Get("/{key:[a-z0-9-]+}")
    HttpResponse<?> one(
            HttpRequest<?> request,
            String key,
            @QueryValue Optional<String> version,
            @QueryValue Optional<String> from) {
        return page(request, key, version.orElse(""), from.orElse(""), HttpStatus.OK, "");
    }

    @Post("/{key:[a-z0-9-]+}/{version:[0-9a-f]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> act(HttpRequest<?> request, String key, String version, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<Deed> deed = deed(form);
        if (deed.isEmpty()) {
            return errors.answer(request, HttpStatus.BAD_REQUEST);
        }
        Look look = overview.look(pages.words(request));
        String by = Viewers.account(request).name();
        Optional<Refusal> obstacle = publications.obstacle(key, version, by, deed.get());
        if (obstacle.isPresent()) {
            return page(request, key, version, "", HttpStatus.CONFLICT, said(look, obstacle.get()));
        }
        if (deed.get().decides()) {
            SecondFactor.Result shown = factor.check(by, form.text("code"), Lock.key("publication", by, key));
            if (shown != SecondFactor.Result.ACCEPTED) {
                String word = shown.name().toLowerCase(Locale.ROOT).replace('_', '-');
                HttpStatus status =
                        shown == SecondFactor.Result.LOCKED ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN;
                return page(request, key, version, "", status, look.get("version.trouble." + word));
            }
        }
        return switch (publications.act(key, version, by, deed.get())) {
            case Answer.Recorded _ -> Pages.see("/runbooks/" + key + "?version=" + version);
            case Answer.Declined(Refusal why) -> page(request, key, version, "", HttpStatus.CONFLICT, said(look, why));
        };
    }

    private static Optional<Deed> deed(Form form) {
        var said = new Deed.Said(form.text("against"), Set.copyOf(form.all("seen")), form.text("note"));
        return switch (form.text("deed")) {
            case "review" -> Optional.of(new Deed.Review(said));
            case "publish" -> Optional.of(new Deed.Publish(said));
            case "return" -> Optional.of(new Deed.GiveBack(form.text("reason")));
            case "withdraw" -> Optional.of(new Deed.Withdraw(form.text("reason")));
            default -> Optional.empty();
        };
    }

    private static String said(Look look, Refusal why) {
        return look.say(new RefusalText(look.directory()).of(why));
    }

    private HttpResponse<?> page(
            HttpRequest<?> request, String key, String version, String from, HttpStatus status, String trouble) {
        Optional<Catalogue.Title> title = catalogue.of(key);
        if (title.isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        Look look = overview.look(pages.words(request));
        Editions editions = editions(look);
        Edition chosen = editions.chosen(title.get(), version);
        String viewer = Viewers.account(request).name();
        Chrome page = pages.chrome(request, editions.title(title.get()), null);
        return pages.page(
                status,
                "runbook",
                page,
                Map.of(
                        "view",
                        editions.page(title.get(), chosen, from, viewer, trouble),
                        "exercise",
                        Viewers.account(request).may(Action.RUN_DRILL)));
    }

    private Editions editions(Look look) {
        return new Editions(look, catalogue, publications);
    }
}
