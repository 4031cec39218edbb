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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.access.Link;
import tw.xuhang.access.Links;
import tw.xuhang.access.http.Open;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Ordering;
import tw.xuhang.desk.Overview;
import tw.xuhang.dispatch.Answer;
import tw.xuhang.dispatch.Answerer;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.Refusal;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;

/** The vendor's page: one order, no account, nothing else of the office. */
@Controller("/v/{token}")
@Open("the path is the secret; it shows one order to one vendor, and acts while the order is open")
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VendorController {

    private static final int LONGEST_MINUTES = 7 * 24 * 60;

    private final Links links;
    private final Dispatches dispatches;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    VendorController(Links links, Dispatches dispatches, Overview overview, Pages pages, Errors errors) {
        this.links = links;
        this.dispatches = dispatches;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, String token) {
        return link(token)
                .<HttpResponse<?>>map(link -> page(request, token, link, HttpStatus.OK, ""))
                .orElseGet(() -> errors.answer(request, HttpStatus.NOT_FOUND));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(HttpRequest<?> request, String token, @Body Map<String, Object> body) {
        Optional<Link> link = link(token);
        if (link.isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        Form form = new Form(body);
        String key = link.get().subject();
        Answerer by = Answerer.byLink(link.get().person());
        Optional<Answer> answer = switch (form.text("answer")) {
            case "acknowledge" -> Optional.of(dispatches.acknowledge(key, by));
            case "cannot" -> Optional.of(dispatches.decline(key, by, form.text("reason")));
            case "eta" -> eta(request, key, by, form);
            case "arrived" -> Optional.of(dispatches.arrived(key, by));
            case "fixed" -> Optional.of(fixed(key, by, form));
            default -> Optional.empty();
        };
        return answer.<HttpResponse<?>>map(said -> said(request, token, link.get(), said))
                .orElseGet(() -> errors.answer(request, HttpStatus.BAD_REQUEST));
    }

    private Optional<Answer> eta(HttpRequest<?> request, String key, Answerer by, Form form) {
        int minutes = form.number("minutes", 0);
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            return Optional.empty();
        }
        var now = overview.look(pages.words(request)).now();
        return Optional.of(dispatches.eta(key, by, now.plus(Duration.ofMinutes(minutes))));
    }

    /** The report first: an order that is fixed without the three answers is not finished (P-16). */
    private Answer fixed(String key, Answerer by, Form form) {
        Answer report = dispatches.report(key, by, form.text("point"), form.text("section"), form.text("scope"), "");
        boolean told = report instanceof Answer.Recorded
                || (report instanceof Answer.Declined declined && declined.why() instanceof Refusal.SaidAlready);
        return told ? dispatches.fixed(key, by, form.text("cause")) : report;
    }

    private HttpResponse<?> said(HttpRequest<?> request, String token, Link link, Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded -> Pages.see("/v/" + token);
            // Pressed twice: the first counted, and the page shows it.
            case Answer.Declined(Refusal.SaidAlready already) -> Pages.see("/v/" + token);
            case Answer.Declined declined -> page(request, token, link, HttpStatus.CONFLICT, trouble(declined.why()));
        };
    }

    private static String trouble(Refusal why) {
        return switch (why) {
            case Refusal.Unknown unknown -> "error.404.text";
            case Refusal.SaidAlready already -> "vendor.trouble.said";
            case Refusal.NotOpen over -> "vendor.trouble.over";
            case Refusal.ReasonMissing missing -> "vendor.trouble.reason";
            case Refusal.ReportIncomplete missing -> "vendor.trouble.report";
            case Refusal.EtaPassed passed -> "vendor.trouble.eta";
        };
    }

    private Optional<Link> link(String token) {
        return links.find(Link.Kind.ORDER, token)
                .filter(link -> dispatches.get(link.subject()).placed().isPresent());
    }

    private HttpResponse<?> page(HttpRequest<?> request, String token, Link link, HttpStatus status, String trouble) {
        Look look = overview.look(pages.words(request));
        DispatchOrder order = dispatches.get(link.subject());
        String said = trouble.isEmpty() ? "" : look.get(trouble);
        var view = new Ordering(look).page(order, link.person(), "/v/" + token, said);
        Chrome page = pages.chrome(request, view.headline(), view.mode());
        return pages.page(status, "vendor", page, Map.of("order", view));
    }
}
