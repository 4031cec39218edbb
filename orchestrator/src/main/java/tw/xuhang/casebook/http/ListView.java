package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.xuhang.casebook.Page;

/**
 * A part of a list.
 *
 * @param next value of {@code after} for the following part, null after the last
 */
@Introspected
record ListView<T>(List<T> items, @Nullable String next) {

    static <T> HttpResponse<ListView<T>> answer(HttpRequest<?> request, Page<T> page) {
        String next = page.next().orElse(null);
        MutableHttpResponse<ListView<T>> answer = HttpResponse.ok(new ListView<>(page.items(), next));
        return next == null ? answer : answer.header("Link", "<" + following(request, next) + ">; rel=\"next\"");
    }

    private static String following(HttpRequest<?> request, String next) {
        return UriBuilder.of(request.getUri())
                .replaceQueryParam("after", next)
                .build()
                .toString();
    }
}
