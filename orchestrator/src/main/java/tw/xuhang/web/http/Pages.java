package tw.xuhang.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.web.Viewer;
import tw.xuhang.web.Words;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.Mode;

/** Makes whole pages: the frame from the request, the rest from a template. */
@Singleton
public final class Pages {

    /** Request attribute under which the viewer stands, set by whoever let the request in. */
    public static final String VIEWER = "xuhang.viewer";

    public static final String TEXT_HTML = "text/html;charset=utf-8";

    /** With a browser's Accept header the charset must be said, or Chinese is read as Latin. */
    public static final MediaType HTML = MediaType.of(TEXT_HTML);

    private final Templates templates;
    private final InstantSource clock;
    private final Optional<Strip> strip;

    public Pages(Templates templates, InstantSource clock, @Nullable Strip strip) {
        this.templates = templates;
        this.clock = clock;
        this.strip = Optional.ofNullable(strip);
    }

    public Words words(HttpRequest<?> request) {
        return Words.in(Preferences.of(request).language());
    }

    /** The frame of a page about {@code mode}, null where it is about nothing in particular. */
    public Chrome chrome(HttpRequest<?> request, String title, @Nullable Mode mode) {
        return chrome(request, title, mode, strip);
    }

    /** A frame without figures, which come from the database: for telling that something broke, maybe just that. */
    public Chrome bare(HttpRequest<?> request, String title) {
        return chrome(request, title, null, Optional.empty());
    }

    private Chrome chrome(HttpRequest<?> request, String title, @Nullable Mode mode, Optional<Strip> figures) {
        Preferences preferences = Preferences.of(request);
        Viewer viewer = request.getAttribute(VIEWER, Viewer.class).orElse(Viewer.NOBODY);
        boolean known = !viewer.account().isEmpty();
        return new Chrome(
                Words.in(preferences.language()),
                title,
                mode,
                viewer.person(),
                viewer.formToken(),
                preferences.theme(),
                path(request),
                clock.instant(),
                known ? figures.map(Strip::open).orElse(null) : null,
                known ? figures.map(shown -> shown.waiting(viewer.account())).orElse(0) : 0,
                "",
                request.getParameters().contains("kiosk"));
    }

    public MutableHttpResponse<String> page(String template, Chrome chrome, Map<String, Object> values) {
        return page(HttpStatus.OK, template, chrome, values);
    }

    public MutableHttpResponse<String> page(
            HttpStatus status, String template, Chrome chrome, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", chrome);
        return HttpResponse.<String>status(status).contentType(HTML).body(templates.render(template, all));
    }

    /** After a post: look at this address (303), so that reloading posts nothing again. */
    public static MutableHttpResponse<String> see(String path) {
        return HttpResponse.<String>status(HttpStatus.SEE_OTHER).header("Location", path);
    }

    /** A path of this service, or the first page: a link must not be able to send a person elsewhere. */
    public static String local(String path) {
        boolean ours =
                path.startsWith("/") && !path.startsWith("//") && path.chars().noneMatch(Pages::unsafe);
        return ours ? path : "/";
    }

    private static boolean unsafe(int c) {
        return c == '\\' || c <= ' ' || c >= 127;
    }

    /** Links carry their secret in the path: a switch of language comes back by the browser's own history. */
    private static String path(HttpRequest<?> request) {
        return request.getMethod().name().equals("GET") ? request.getUri().getRawPath() : "/";
    }
}
