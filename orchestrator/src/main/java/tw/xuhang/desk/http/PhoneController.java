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
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.access.Action;
import tw.xuhang.access.Lock;
import tw.xuhang.access.SecondFactor;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.consent.Answer;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.PhoneCall;
import tw.xuhang.consent.RefusalText;
import tw.xuhang.desk.Calling;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Overview;
import tw.xuhang.time.OfficeTime;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.PhoneView;
import tw.xuhang.web.view.PhoneView.Typed;

/**
 * 電話同意登錄: the line may be what is down, so the answer comes by telephone and two people of the office write it
 * down (C5). The recorder is signed in; the witness shows on the same form that they are there, by a code of their own.
 */
@Controller("/consents/{key:[A-Za-z0-9._-]+}/phone")
@Allowed(Action.RECORD_PHONE_CONSENT)
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PhoneController {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private final Consents consents;
    private final SecondFactor factor;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    PhoneController(Consents consents, SecondFactor factor, Overview overview, Pages pages, Errors errors) {
        this.consents = consents;
        this.factor = factor;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, String key) {
        return page(request, key, HttpStatus.OK, "", Typed.NOTHING);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(HttpRequest<?> request, String key, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Typed typed = new Typed(form.text("call"), form.text("witness"), form.text("answer"), form.text("words"));
        Look look = overview.look(pages.words(request));
        ConsentRequest about = consents.get(key);
        if (about.opened().isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        Optional<Instant> spoken = spoken(form.text("spoken"), look.now());
        String missing = missing(look, about, typed, spoken, form);
        if (!missing.isEmpty()) {
            return page(request, key, HttpStatus.UNPROCESSABLE_ENTITY, missing, typed);
        }
        SecondFactor.Result there =
                factor.check(typed.witness(), form.text("code"), Lock.key("witness", typed.witness(), key));
        if (there != SecondFactor.Result.ACCEPTED) {
            String trouble =
                    "phone.trouble." + there.name().toLowerCase(Locale.ROOT).replace('_', '-');
            HttpStatus status =
                    there == SecondFactor.Result.LOCKED ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN;
            return page(request, key, status, look.get(trouble), typed);
        }
        String[] whom = typed.call().split(" ", 2);
        var call = new PhoneCall(
                whom[0],
                whom[1],
                Viewers.account(request).name(),
                typed.witness(),
                form.text("readback").replace(" ", ""),
                spoken.orElse(look.now()));
        return switch (consents.spoken(key, call, typed.answer().equals("grant"), typed.words())) {
            case Answer.Recorded recorded -> Pages.see("/consents/" + key + "/phone");
            case Answer.Declined declined ->
                page(
                        request,
                        key,
                        HttpStatus.CONFLICT,
                        look.say(new RefusalText(look.directory(), look.now()).of(declined.why())),
                        typed);
        };
    }

    /** What would come to nothing in any case is said before the witness's code is used up for it. */
    private static String missing(Look look, ConsentRequest about, Typed typed, Optional<Instant> spoken, Form form) {
        if (!typed.call().matches("\\S+ .+")) {
            return look.get("phone.trouble.call");
        }
        if (typed.witness().isEmpty()) {
            return look.get("phone.trouble.witness");
        }
        if (!form.text("readback").replace(" ", "").matches("[0-9]{6}")) {
            return look.get("phone.trouble.readback");
        }
        if (!typed.answer().equals("grant") && !typed.answer().equals("refuse")) {
            return look.get("consent.trouble.choose");
        }
        if (typed.answer().equals("refuse") && typed.words().isEmpty()) {
            return look.get("consent.trouble.reason");
        }
        return spoken.filter(at -> new Calling(look).possible(about, at)).isEmpty()
                ? look.get("phone.trouble.spoken")
                : "";
    }

    /** A call before midnight is written down after it. */
    private static Optional<Instant> spoken(String typed, Instant now) {
        if (typed.isEmpty()) {
            return Optional.of(now);
        }
        try {
            return Optional.of(OfficeTime.last(LocalTime.parse(typed, CLOCK), now));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, String key, HttpStatus status, String trouble, Typed typed) {
        ConsentRequest about = consents.get(key);
        if (about.opened().isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        Look look = overview.look(pages.words(request));
        PhoneView view = new Calling(look)
                .page(about, consents.deciders(key), Viewers.account(request).name(), trouble, typed);
        Chrome page = pages.chrome(request, look.get("phone.title"), view.mode());
        return pages.page(status, "phone", page, Map.of("view", view));
    }
}
