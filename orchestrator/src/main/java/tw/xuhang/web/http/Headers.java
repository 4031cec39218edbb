package tw.xuhang.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What every answer says to a browser: run no script but ours, sit in no frame, keep nothing, tell nobody
 * where you came from. A link carries its secret in the path, hence the last two.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Headers {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("X-Frame-Options", "DENY");
        response.header("Referrer-Policy", "no-referrer");
        response.header("X-Robots-Tag", "noindex, nofollow");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        boolean asset = request.getPath().startsWith("/static/");
        response.getHeaders().set("Cache-Control", asset ? "public, max-age=600" : "no-store");
    }
}
