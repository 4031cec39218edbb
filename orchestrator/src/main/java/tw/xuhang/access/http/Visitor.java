package tw.xuhang.access.http;

import io.micronaut.http.HttpRequest;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiToken;
import tw.xuhang.access.Session;
import tw.xuhang.evidence.Actor;

/** Who a request is from. */
public sealed interface Visitor {

    String ATTRIBUTE = "xuhang.visitor";

    boolean may(Action action);

    /** Whom the journal names. */
    Actor actor();

    static Visitor of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Visitor.class).orElse(new Nobody());
    }

    /** The signed-in person's account name, empty for others. */
    static String account(HttpRequest<?> request) {
        return of(request) instanceof Person person ? person.account().name() : "";
    }

    /** Nobody that is known: a link's holder, a stranger. */
    record Nobody() implements Visitor {
        @Override
        public boolean may(Action action) {
            return false;
        }

        @Override
        public Actor actor() {
            throw new IllegalStateException("nobody can act");
        }
    }

    /** Somebody between the password and the code: good for the code's page only. */
    record HalfWay(Account account, Session session) implements Visitor {
        @Override
        public boolean may(Action action) {
            return false;
        }

        @Override
        public Actor actor() {
            throw new IllegalStateException("nobody can act half way in");
        }
    }

    /** A person with a browser. */
    record Person(Account account, Session session) implements Visitor {
        @Override
        public boolean may(Action action) {
            return account.may(action);
        }

        @Override
        public Actor actor() {
            return Actor.person(account.name());
        }
    }

    /** A machine or script with a token. */
    record Machine(ApiToken token) implements Visitor {
        @Override
        public boolean may(Action action) {
            return token.scopes().contains(action);
        }

        @Override
        public Actor actor() {
            return Actor.source(token.name());
        }
    }
}
