package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Lock;
import tw.xuhang.access.SecondFactor;
import tw.xuhang.access.SigningIn;
import tw.xuhang.access.http.Peers;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.runbook.Text;

/**
 * Who decides: a person, by a session or, from a terminal, by name and password as HTTP Basic. A token is
 * a machine's and decides nothing. Basic is never asked for, so that no browser remembers it.
 */
@Singleton
final class Persons {

    private static final String BASIC = "Basic ";

    private final SigningIn signingIn;
    private final SecondFactor factor;
    private final Accounts accounts;
    private final Peers peers;
    private final Problems problems;

    Persons(SigningIn signingIn, SecondFactor factor, Accounts accounts, Peers peers, Problems problems) {
        this.signingIn = signingIn;
        this.factor = factor;
        this.accounts = accounts;
        this.peers = peers;
        this.problems = problems;
    }

    /** A person, or why there is none. */
    sealed interface Who {
        /** @param byPassword no second factor was shown yet, also where one is enrolled */
        record Is(Account account, boolean byPassword) implements Who {
            String caller() {
                return "person:" + account.name();
            }
        }

        record No(MutableHttpResponse<?> answer) implements Who {}
    }

    /** Does it as the person whom the request is from. */
    HttpResponse<?> as(HttpRequest<?> request, Function<Who.Is, HttpResponse<?>> act) {
        return switch (who(request)) {
            case Who.Is is -> act.apply(is);
            case Who.No no -> no.answer();
        };
    }

    private Who who(HttpRequest<?> request) {
        return switch (Visitor.of(request)) {
            case Visitor.Person person -> new Who.Is(person.account(), false);
            case Visitor.Machine _ ->
                no(
                        request,
                        HttpStatus.FORBIDDEN,
                        "person-needed",
                        "權杖不能代替人決定；請以本人帳號登入。",
                        "a token decides nothing: sign in as the person.");
            case Visitor.HalfWay _ -> notSignedIn(request);
            case Visitor.Nobody _ -> byPassword(request);
        };
    }

    private Who byPassword(HttpRequest<?> request) {
        Optional<String[]> said = basic(request);
        if (said.isEmpty()) {
            return notSignedIn(request);
        }
        return switch (signingIn.password(said.get()[0], said.get()[1], peers.source(request))) {
            case SigningIn.Result.In in -> known(request, in.account());
            case SigningIn.Result.CodeWanted half -> known(request, half.account());
            case SigningIn.Result.Refused _ -> notSignedIn(request);
            case SigningIn.Result.Locked _ -> locked(request);
        };
    }

    private Who known(HttpRequest<?> request, Account account) {
        return account.mustChange()
                ? no(
                        request,
                        HttpStatus.FORBIDDEN,
                        "password-must-change",
                        "請先登入網頁變更密碼。",
                        "change the password on the pages first.")
                : new Who.Is(account, true);
    }

    /**
     * Whether the second factor was shown where it must be.
     *
     * @param always a decision needs a fresh code, whatever was shown at signing in (C4)
     * @return why not; empty when all is well, and then the code is used up
     */
    Optional<MutableHttpResponse<?>> trouble(
            HttpRequest<?> request, Who.Is who, @Nullable String code, boolean always) {
        String account = who.account().name();
        boolean enrolled = accounts.totpSecret(account).isPresent();
        if (!always && !(who.byPassword() && enrolled)) {
            return Optional.empty();
        }
        String key = Lock.key("api-factor", account);
        return switch (factor.check(account, code == null ? "" : code, key)) {
            case ACCEPTED -> Optional.empty();
            case WRONG ->
                trouble(
                        request,
                        HttpStatus.FORBIDDEN,
                        "second-factor-wrong",
                        "驗證碼不正確或已過期。",
                        "the code is wrong or too old.");
            case USED ->
                trouble(
                        request,
                        HttpStatus.FORBIDDEN,
                        "second-factor-used",
                        "此驗證碼已用過；請等下一組。",
                        "this code was used already: wait for the next one.");
            case NOT_ENROLLED ->
                trouble(
                        request,
                        HttpStatus.FORBIDDEN,
                        "second-factor-missing",
                        "此帳號未登錄第二因子，不得決定。",
                        "this account has no second factor and decides nothing without one.");
            case LOCKED ->
                trouble(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "second-factor-locked",
                        "錯誤次數過多，請於 15 分鐘後再試。",
                        "too many wrong codes: try again in 15 minutes.");
        };
    }

    private Optional<MutableHttpResponse<?>> trouble(
            HttpRequest<?> request, HttpStatus status, String code, String zh, String en) {
        return Optional.of(problems.of(request, status, code, new Text(zh, en)));
    }

    private Who notSignedIn(HttpRequest<?> request) {
        return no(request, HttpStatus.UNAUTHORIZED, "not-signed-in", "請以本人帳號登入。", "sign in as the person who acts.");
    }

    private Who locked(HttpRequest<?> request) {
        return no(
                request,
                HttpStatus.TOO_MANY_REQUESTS,
                "locked",
                "失敗次數過多，請於 15 分鐘後再試。",
                "too many failures: try again in 15 minutes.");
    }

    private Who no(HttpRequest<?> request, HttpStatus status, String code, String zh, String en) {
        return new Who.No(problems.of(request, status, code, new Text(zh, en)));
    }

    private static Optional<String[]> basic(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization", String.class, "");
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] said =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(said, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
