package tw.xuhang.access.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import tw.xuhang.access.Secrets;
import tw.xuhang.access.Sessions;

/** Whether an unsafe request comes from a page of ours: it brings back what only such a page was told. */
final class FormTokens {

    static final String FIELD = "csrf";
    static final String HEADER = "X-CSRF-Token";

    private static final int LARGEST_FORM = 256 * 1024;

    private FormTokens() {}

    /** @param cookie that the token follows from */
    static boolean valid(HttpRequest<?> request, String cookie) {
        String expected = Sessions.formToken(cookie);
        return brought(request).filter(token -> Secrets.same(token, expected)).isPresent();
    }

    /** Browsers say where a request was made; one that another site made is refused before anything else. */
    static boolean fromElsewhere(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site", String.class, "");
        return site.equals("cross-site") || site.equals("same-site");
    }

    private static Optional<String> brought(HttpRequest<?> request) {
        String header = request.getHeaders().get(HEADER, String.class, "");
        if (!header.isEmpty()) {
            return Optional.of(header);
        }
        boolean form = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                .isPresent();
        return form && request.getContentLength() <= LARGEST_FORM && request instanceof ServerHttpRequest<?> server
                ? field(server)
                : Optional.empty();
    }

    private static Optional<String> field(ServerHttpRequest<?> request) {
        // A copy: the controller reads the body again. FASTEST, because nobody else reads while this does.
        try (var copy = request.byteBody().split(SplitBackpressureMode.FASTEST);
                var body = copy.buffer().join()) {
            String text = new String(body.toByteArray(), StandardCharsets.UTF_8);
            for (String pair : text.split("&", -1)) {
                if (pair.startsWith(FIELD + "=")) {
                    return Optional.of(URLDecoder.decode(pair.substring(FIELD.length() + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (CompletionException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
