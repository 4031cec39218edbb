package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.evidence.Actor;

/** Whom a request that was let in is from. */
final class Callers {

    private Callers() {}

    static Actor actor(HttpRequest<?> request) {
        return Visitor.of(request).actor();
    }

    /** As {@link Once} tells callers apart. */
    static String key(HttpRequest<?> request) {
        Actor actor = actor(request);
        return Word.of(actor.kind()) + ":" + actor.name();
    }
}
