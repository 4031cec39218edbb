package tw.xuhang.access.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tw.xuhang.access.Account;
import tw.xuhang.access.Secrets;
import tw.xuhang.access.Sessions;
import tw.xuhang.access.SigningIn;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.SignInView;
import tw.xuhang.web.view.SignInView.Step;

/** Signing in and out. Every step up makes a new cookie, so that one planted before is worth nothing after. */
@Controller
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

    private static final String REFUSED = "login.trouble.refused";
    private static final String LOCKED = "login.trouble.locked";

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Secrets secrets;
    private final Pages pages;
    private final Errors errors;
    private final Peers peers;

    SignInController(SigningIn signingIn, Sessions sessions, Secrets secrets, Pages pages, Errors errors, Peers peers) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.secrets = secrets;
        this.pages = pages;
        this.errors = errors;
        this.peers = peers;
    }

    @Open("the way in")
    @Get("/login")
    MutableHttpResponse<?> form(HttpRequest<?> request, @QueryValue(defaultValue = "/") String next) {
        return passwordPage(request, HttpStatus.OK, "", Pages.local(next), "");
    }

    @Open("the way in; tied to the browser by the form's cookie")
    @Post("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<?> password(HttpRequest<?> request, @Body Map<String, Object> body) {
        Form form = new Form(body);
        String planted = Cookies.value(request, Cookies.FORM).orElse("");
        if (planted.isEmpty() || !Secrets.same(Sessions.formToken(planted), form.text(FormTokens.FIELD))) {
            return passwordPage(request, HttpStatus.FORBIDDEN, "", "/", "login.trouble.expired");
        }
        String next = Pages.local(form.text("next"));
        return switch (signingIn.password(form.text("name"), form.raw("password"), peers.source(request))) {
            case SigningIn.Result.In in -> enter(request, in.account(), true, false, next);
            case SigningIn.Result.CodeWanted half ->
                enter(request, half.account(), false, false, "/login/code?next=" + encoded(next));
            case SigningIn.Result.Refused refused ->
                passwordPage(request, HttpStatus.UNAUTHORIZED, form.text("name"), next, REFUSED);
            case SigningIn.Result.Locked locked ->
                passwordPage(request, HttpStatus.TOO_MANY_REQUESTS, form.text("name"), next, LOCKED);
        };
    }

    @Open("only somebody half way in gets further than the page")
    @Get("/login/code")
    MutableHttpResponse<?> codeForm(HttpRequest<?> request, @QueryValue(defaultValue = "/") String next) {
        return Visitor.of(request) instanceof Visitor.HalfWay
                ? codePage(request, HttpStatus.OK, Pages.local(next), "")
                : Pages.see("/login");
    }

    @Open("only somebody half way in gets further")
    @Post("/login/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<?> code(HttpRequest<?> request, @Body Map<String, Object> body) {
        if (!(Visitor.of(request) instanceof Visitor.HalfWay half)) {
            return Pages.see("/login");
        }
        Form form = new Form(body);
        String next = Pages.local(form.text("next"));
        return switch (signingIn.code(half.account(), form.text("code"))) {
            case SigningIn.Result.In in -> enter(request, in.account(), true, true, next);
            case SigningIn.Result.Locked locked -> codePage(request, HttpStatus.TOO_MANY_REQUESTS, next, LOCKED);
            case SigningIn.Result.Refused refused -> codePage(request, HttpStatus.UNAUTHORIZED, next, REFUSED);
            case SigningIn.Result.CodeWanted again -> errors.answer(request, HttpStatus.UNAUTHORIZED);
        };
    }

    @SignedIn
    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<?> out(HttpRequest<?> request) {
        Cookies.value(request, Cookies.SESSION).ifPresent(sessions::end);
        return Pages.see("/login").cookie(Cookies.gone(request, Cookies.SESSION));
    }

    private MutableHttpResponse<?> enter(
            HttpRequest<?> request, Account account, boolean complete, boolean factor, String next) {
        Cookies.value(request, Cookies.SESSION).ifPresent(sessions::end);
        String cookie = sessions.start(account, complete, factor);
        return Pages.see(next)
                .cookie(Cookies.of(request, Cookies.SESSION, cookie))
                .cookie(Cookies.gone(request, Cookies.FORM));
    }

    private MutableHttpResponse<?> passwordPage(
            HttpRequest<?> request, HttpStatus status, String name, String next, String trouble) {
        String planted = Cookies.value(request, Cookies.FORM).orElseGet(secrets::token);
        String title = pages.words(request).get("login.title");
        Chrome chrome = withToken(pages.chrome(request, title, null), Sessions.formToken(planted));
        SignInView view = new SignInView(Step.PASSWORD, name, next, trouble, "");
        return pages.page(status, "signin", chrome, Map.of("view", view))
                .cookie(Cookies.of(request, Cookies.FORM, planted));
    }

    private MutableHttpResponse<?> codePage(HttpRequest<?> request, HttpStatus status, String next, String trouble) {
        String title = pages.words(request).get("login.code.title");
        SignInView view = new SignInView(Step.CODE, "", next, trouble, "");
        return pages.page(status, "signin", pages.chrome(request, title, null), Map.of("view", view));
    }

    private static Chrome withToken(Chrome page, String token) {
        return new Chrome(
                page.words(), page.title(), null, "", token, page.theme(), page.path(), page.now(), null, 0, "", false);
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
