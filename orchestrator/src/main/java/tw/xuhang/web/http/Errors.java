package tw.xuhang.web.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.web.Problem;
import tw.xuhang.web.Words;
import tw.xuhang.web.view.ErrorView;

/**
 * Every error, whoever raised it, as a page for people and as problem+json for programs. Neither tells
 * what went on inside; the log does, under the reference that the answer names.
 */
@Singleton
@Primary
public final class Errors implements ErrorResponseProcessor<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final Pages pages;

    public Errors(Pages pages) {
        this.pages = pages;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        String trace = "";
        if (response.code() >= 500 && context.getRootCause().isPresent()) {
            trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            LOG.error(
                    "request failed, reference {}",
                    trace,
                    context.getRootCause().get());
        }
        String where = response.code() == 400
                ? context.getErrors().stream()
                        .flatMap(error -> error.getPath().stream())
                        .findFirst()
                        .orElse("")
                : "";
        return write(request, response, trace, where);
    }

    /** An error that a controller or filter decided on. */
    public MutableHttpResponse<Object> answer(HttpRequest<?> request, HttpStatus status) {
        return write(request, HttpResponse.status(status), "", "");
    }

    /** The database does not answer: come again in a moment (O2). */
    public MutableHttpResponse<Object> away(HttpRequest<?> request) {
        var response = HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return write(request, response, "database-away", "", "");
    }

    private MutableHttpResponse<Object> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, String trace, String where) {
        String code = response.getStatus().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return write(request, response, code, trace, where);
    }

    private MutableHttpResponse<Object> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, String code, String trace, String where) {
        HttpStatus status = response.getStatus();
        Words words = pages.words(request);
        String key = "error." + known(words, status.getCode());
        String title = words.get(key + ".title");
        String text = words.get(key + ".text");
        if (wantsPage(request)) {
            ErrorView view = new ErrorView(status.getCode(), title, text, trace);
            var frame = status.getCode() >= 500 ? pages.bare(request, title) : pages.chrome(request, title, null);
            var page = pages.page(status, "error", frame, Map.of("error", view));
            return body(response, page.body(), Pages.HTML);
        }
        Problem problem =
                Problem.of(status.getCode(), code, title, text).at(where).traced(trace);
        return body(response, problem.members(), MediaType.of(Problem.MEDIA_TYPE));
    }

    private static MutableHttpResponse<Object> body(
            MutableHttpResponse<?> response, @Nullable Object body, MediaType type) {
        MutableHttpResponse<Object> answer = response.body(body);
        return answer.contentType(type);
    }

    static boolean wantsPage(HttpRequest<?> request) {
        return !request.getPath().startsWith("/api/")
                && request.getHeaders().get("Accept", String.class, "").contains("text/html");
    }

    private static int known(Words words, int code) {
        return words.has("error." + code + ".title") ? code : code >= 500 ? 500 : 400;
    }
}
