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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.FirstAdministrator;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Sessions;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.SignInView;

/** A person's own password. Changing it ends all sessions of theirs but the one that did it. */
@Controller("/account/password")
@Produces(Pages.TEXT_HTML)
@SignedIn
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

    private static final int SHORTEST = 12;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final FirstAdministrator first;
    private final Pages pages;

    AccountController(
            Accounts accounts, Passwords passwords, Sessions sessions, FirstAdministrator first, Pages pages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.first = first;
        this.pages = pages;
    }

    @Get
    MutableHttpResponse<?> form(HttpRequest<?> request) {
        return page(request, HttpStatus.OK, "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<?> change(HttpRequest<?> request, @Body Map<String, Object> body) {
        if (!(Visitor.of(request) instanceof Visitor.Person person)) {
            return Pages.see("/login");
        }
        Form form = new Form(body);
        String old = form.raw("old");
        String fresh = form.raw("password");
        String trouble = trouble(person.account(), old, fresh);
        if (!trouble.isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, trouble);
        }
        String name = person.account().name();
        accounts.passwordHash(name, passwords.hash(fresh), false);
        first.changed(name);
        sessions.endAll(name);
        boolean factor = person.session().steppedUpAt().getEpochSecond() > 0;
        String cookie = sessions.start(person.account(), true, factor);
        return Pages.see("/").cookie(Cookies.of(request, Cookies.SESSION, cookie));
    }

    private String trouble(Account account, String old, String fresh) {
        if (fresh.codePointCount(0, fresh.length()) < SHORTEST) {
            return "password.trouble.short";
        }
        if (fresh.equals(old)) {
            return "password.trouble.same";
        }
        boolean right = accounts.passwordHash(account.name())
                .filter(hash -> passwords.matches(old, hash))
                .isPresent();
        return right ? "" : "password.trouble.old";
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String trouble) {
        String title = pages.words(request).get("password.title");
        SignInView view = new SignInView(SignInView.Step.CHANGE, "", "/", trouble, "");
        return pages.page(status, "signin", pages.chrome(request, title, null), Map.of("view", view));
    }
}
