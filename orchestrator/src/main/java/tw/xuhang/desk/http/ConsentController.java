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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.access.Action;
import tw.xuhang.access.Link;
import tw.xuhang.access.Links;
import tw.xuhang.access.Lock;
import tw.xuhang.access.SecondFactor;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Open;
import tw.xuhang.consent.Answer;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Refusal;
import tw.xuhang.consent.RefusalText;
import tw.xuhang.desk.Asking;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Overview;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.ConsentView;

/**
 * The page on which the CISO, or a deputy, decides: behind a link on a phone, or signed in. Opening it any
 * number of times changes nothing; deciding takes the person's own code, on the facts that were shown (C4).
 */
@Controller
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsentController {

    private final Links links;
    private final Consents consents;
    private final SecondFactor factor;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    ConsentController(
            Links links, Consents consents, SecondFactor factor, Overview overview, Pages pages, Errors errors) {
        this.links = links;
        this.consents = consents;
        this.factor = factor;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    /** Who decides on what, and what is locked when codes are guessed. */
    private record Seat(String key, String person, String action, String lock) {}

    @Get("/a/{token}")
    @Open("the path is the secret; it shows one request to one person and decides nothing")
    HttpResponse<?> byLink(HttpRequest<?> request, String token) {
        return seat(token)
                .<HttpResponse<?>>map(seat -> page(request, seat, HttpStatus.OK, "", ""))
                .orElseGet(() -> errors.answer(request, HttpStatus.NOT_FOUND));
    }

    @Post("/a/{token}")
    @Open("the path is the secret, and the person's own code decides")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decideByLink(HttpRequest<?> request, String token, @Body Map<String, Object> body) {
        return seat(token)
                .<HttpResponse<?>>map(seat -> decide(request, seat, new Form(body)))
                .orElseGet(() -> errors.answer(request, HttpStatus.NOT_FOUND));
    }

    @Get("/consents/{key:[A-Za-z0-9._-]+}")
    @Allowed(Action.READ_CASES)
    HttpResponse<?> signedIn(HttpRequest<?> request, String key) {
        return consents.get(key).opened().isEmpty()
                ? errors.answer(request, HttpStatus.NOT_FOUND)
                : page(request, seat(request, key), HttpStatus.OK, "", "");
    }

    @Post("/consents/{key:[A-Za-z0-9._-]+}")
    @Allowed(Action.READ_CASES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decideSignedIn(HttpRequest<?> request, String key, @Body Map<String, Object> body) {
        return consents.get(key).opened().isEmpty()
                ? errors.answer(request, HttpStatus.NOT_FOUND)
                : decide(request, seat(request, key), new Form(body));
    }

    private Optional<Seat> seat(String token) {
        return links.find(Link.Kind.CONSENT, token)
                .filter(link -> consents.get(link.subject()).opened().isPresent())
                .map(link -> new Seat(
                        link.subject(), link.person(), "/a/" + token, Lock.key("link", link.person(), link.hash())));
    }

    private static Seat seat(HttpRequest<?> request, String key) {
        String account = Viewers.account(request).name();
        return new Seat(key, account, "/consents/" + key, Lock.key("consent", account, key));
    }

    private HttpResponse<?> decide(HttpRequest<?> request, Seat seat, Form form) {
        Look look = overview.look(pages.words(request));
        String answer = form.text("answer");
        String reason = reason(look, form);
        String wrong = wrong(look, seat, form, answer, reason);
        if (!wrong.isEmpty()) {
            return page(request, seat, HttpStatus.UNPROCESSABLE_ENTITY, wrong, form.text("reason"));
        }
        SecondFactor.Result shown = factor.check(seat.person(), form.text("code"), seat.lock());
        if (shown != SecondFactor.Result.ACCEPTED) {
            HttpStatus status =
                    shown == SecondFactor.Result.LOCKED ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN;
            String key =
                    "consent.trouble." + shown.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return page(request, seat, status, look.get(key), form.text("reason"));
        }
        int version = form.number("version", 0);
        Answer done = switch (answer) {
            case "grant" -> consents.grant(seat.key(), seat.person(), version, reason);
            case "ratify" -> consents.ratify(seat.key(), seat.person());
            default -> consents.refuse(seat.key(), seat.person(), version, reason);
        };
        return switch (done) {
            case Answer.Recorded recorded -> Pages.see(seat.action());
            case Answer.Declined declined ->
                page(request, seat, HttpStatus.CONFLICT, said(look, declined.why()), form.text("reason"));
        };
    }

    /** What would come to nothing in any case is said before a code is used up for it. */
    private String wrong(Look look, Seat seat, Form form, String answer, String reason) {
        if (!answer.equals("grant") && !answer.equals("refuse") && !answer.equals("ratify")) {
            return look.get("consent.trouble.choose");
        }
        ConsentRequest request = consents.get(seat.key());
        int seen = form.number("version", 0);
        if (!answer.equals("ratify") && request.version() != seen) {
            return said(look, new Refusal.LookAgain(seat.key(), seen, request.version()));
        }
        return answer.equals("refuse") && reason.isEmpty() ? look.get("consent.trouble.reason") : "";
    }

    private static String reason(Look look, Form form) {
        String text = form.text("reason");
        String chosen = form.text("why");
        boolean known = chosen.equals("recovering") || chosen.equals("facts");
        String why = known ? look.get("consent.why." + chosen) : "";
        return text.isEmpty() || why.isEmpty() ? why + text : why + "：" + text;
    }

    private static String said(Look look, Refusal why) {
        return look.say(new RefusalText(look.directory(), look.now()).of(why));
    }

    private HttpResponse<?> page(
            HttpRequest<?> request, Seat seat, HttpStatus status, String trouble, String typedReason) {
        Look look = overview.look(pages.words(request));
        ConsentView view =
                new Asking(look).page(consents.get(seat.key()), seat.person(), seat.action(), trouble, typedReason);
        Chrome page = pages.chrome(request, look.get("consent.title"), view.mode());
        boolean recordable = seat.action().startsWith("/consents/")
                && Viewers.account(request).may(Action.RECORD_PHONE_CONSENT);
        return pages.page(status, "consent", page, Map.of("consent", view, "recordable", recordable));
    }
}
