package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import java.util.Set;
import tw.xuhang.access.Account;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.web.Viewer;
import tw.xuhang.web.http.Pages;

/** Who looks at a page that was let through the door. */
final class Viewers {

    private static final Account MACHINE = new Account("token", "", Set.of(), false, true);

    private Viewers() {}

    /** A token that may read sees a page as somebody without any role. */
    static Account account(HttpRequest<?> request) {
        return account(Visitor.of(request));
    }

    static Account account(Visitor visitor) {
        return visitor instanceof Visitor.Person person ? person.account() : MACHINE;
    }

    static String formToken(HttpRequest<?> request) {
        return request.getAttribute(Pages.VIEWER, Viewer.class)
                .orElse(Viewer.NOBODY)
                .formToken();
    }
}
