package tw.xuhang.access.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Session;
import tw.xuhang.access.Sessions;

/** Finds out who a request is from: a bearer token first, then the session's cookie. */
@Singleton
public final class Recognition {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Accounts accounts;
    private final ApiTokens tokens;

    Recognition(Sessions sessions, Accounts accounts, ApiTokens tokens) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** What a request showed at the door, kept apart from the request, which ends before a stream does. */
    private record Shown(Optional<String> bearer, Optional<String> cookie) {
        static Shown by(HttpRequest<?> request) {
            return new Shown(Recognition.bearer(request), Cookies.value(request, Cookies.SESSION));
        }
    }

    Visitor visitor(HttpRequest<?> request) {
        return visitor(Shown.by(request), sessions::find);
    }

    /**
     * For what goes on after the door was passed: who looks on, as they stand at each asking. Looking on is no use of
     * a session, so a forgotten live page does not keep one alive.
     *
     * @return empty from the moment they may no more: signed out, expired, closed, another role, token revoked
     */
    public Supplier<Optional<Visitor>> onlooker(HttpRequest<?> request, Action action) {
        Shown shown = Shown.by(request);
        return () -> Optional.of(visitor(shown, sessions::look)).filter(visitor -> mayGoOn(visitor, action));
    }

    private static boolean mayGoOn(Visitor visitor, Action action) {
        boolean detained =
                visitor instanceof Visitor.Person person && person.account().mustChange();
        return visitor.may(action) && !detained;
    }

    private Visitor visitor(Shown shown, Function<String, Optional<Session>> session) {
        if (shown.bearer().isPresent()) {
            // A wrong token is not made good by a cookie that happens to be there.
            return tokens.find(shown.bearer().get())
                    .<Visitor>map(Visitor.Machine::new)
                    .orElse(new Visitor.Nobody());
        }
        return shown.cookie().flatMap(session).flatMap(this::person).orElse(new Visitor.Nobody());
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
