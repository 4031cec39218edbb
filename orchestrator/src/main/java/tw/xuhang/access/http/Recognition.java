package tw.xuhang.access.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Session;
import tw.xuhang.access.Sessions;

/** Finds out who a request is from: a bearer token first, then the session's cookie. */
@Singleton
final class Recognition {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Accounts accounts;
    private final ApiTokens tokens;

    Recognition(Sessions sessions, Accounts accounts, ApiTokens tokens) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    Visitor visitor(HttpRequest<?> request) {
        Optional<String> bearer = bearer(request);
        if (bearer.isPresent()) {
            // A wrong token is not made good by a cookie that happens to be there.
            return tokens.find(bearer.get()).<Visitor>map(Visitor.Machine::new).orElse(new Visitor.Nobody());
        }
        return Cookies.value(request, Cookies.SESSION)
                .flatMap(sessions::find)
                .flatMap(this::person)
                .orElse(new Visitor.Nobody());
    }

    static boolean byCookie(Visitor visitor) {
        return visitor instanceof Visitor.Person || visitor instanceof Visitor.HalfWay;
    }

    private Optional<Visitor> person(Session session) {
        Optional<Account> account = accounts.find(session.account()).filter(Account::active);
        return account.map(
                found -> session.complete() ? new Visitor.Person(found, session) : new Visitor.HalfWay(found, session));
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        return request.getHeaders()
                .getAuthorization()
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
