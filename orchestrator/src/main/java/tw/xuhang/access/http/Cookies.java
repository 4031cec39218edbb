package tw.xuhang.access.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/** The two cookies of the door. Neither can be read by a script. */
final class Cookies {

    static final String SESSION = "xuhang_session";
    /** Before anybody signed in: ties the sign-in form to the browser that asked for it. */
    static final String FORM = "xuhang_form";

    private Cookies() {}

    static Optional<String> value(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).filter(value -> value.length() == 43);
    }

    static Cookie of(HttpRequest<?> request, String name, String value) {
        return base(request, name, value);
    }

    static Cookie gone(HttpRequest<?> request, String name) {
        return base(request, name, "").maxAge(Duration.ZERO);
    }

    private static Cookie base(HttpRequest<?> request, String name, String value) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(encrypted(request));
    }

    /** Also where a reverse proxy in front keeps the certificate. A false word here only makes the cookie stricter. */
    private static boolean encrypted(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto", String.class, ""));
    }
}
