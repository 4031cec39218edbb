package tw.xuhang.access.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.Sessions;
import tw.xuhang.web.Viewer;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Pages;

/**
 * Stands before every route. A route says who may pass ({@link Open}, {@link SignedIn}, {@link Allowed});
 * one that says nothing is closed. Unsafe requests of a browser must bring the form's token.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Doorkeeper {

    /** Routes of the framework, which cannot be marked. */
    private static final Set<String> PROBES =
            Set.of("/health", "/health/liveness", "/health/readiness", "/preferences");

    private static final String ASSETS = "/static/";
    private static final String METRICS = "/prometheus";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> BEFORE_CHANGE = Set.of("/account/password", "/logout");

    private final Recognition recognition;
    private final Errors errors;
    private final boolean openToLoopback;

    /** @param openToLoopback figures for whoever is on this machine, which behind a reverse proxy is everybody */
    Doorkeeper(
            Recognition recognition,
            Errors errors,
            @Value("${xuhang.metrics.open-to-loopback:false}") boolean openToLoopback) {
        this.recognition = recognition;
        this.errors = errors;
        this.openToLoopback = openToLoopback;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
        Visitor visitor = forEverybody(request) ? new Visitor.Nobody() : recognition.visitor(request);
        request.setAttribute(Visitor.ATTRIBUTE, visitor);
        request.setAttribute(Pages.VIEWER, viewer(request, visitor));
        if (route.isEmpty() || forEverybody(request)) {
            return null;
        }
        if (!SAFE.contains(request.getMethod()) && forged(request, visitor)) {
            return errors.answer(request, HttpStatus.FORBIDDEN);
        }
        return may(request, visitor, route.get().getAnnotationMetadata())
                ? detour(request, visitor)
                : refuse(request, visitor);
    }

    /** Who asks makes no difference there, and so it is not looked up: it must be told also while the database is away. */
    private static boolean forEverybody(HttpRequest<?> request) {
        return PROBES.contains(request.getPath()) || request.getPath().startsWith(ASSETS);
    }

    private static boolean forged(HttpRequest<?> request, Visitor visitor) {
        if (FormTokens.fromElsewhere(request)) {
            return true;
        }
        return Recognition.byCookie(visitor)
                && !FormTokens.valid(
                        request, Cookies.value(request, Cookies.SESSION).orElse(""));
    }

    private boolean may(HttpRequest<?> request, Visitor visitor, AnnotationMetadata marks) {
        if (request.getPath().equals(METRICS)) {
            return visitor.may(Action.OPERATE)
                    || (openToLoopback
                            && request.getRemoteAddress().getAddress().isLoopbackAddress());
        }
        if (marks.hasAnnotation(Open.class)) {
            return true;
        }
        Optional<Action> action = marks.enumValue(Allowed.class, Action.class);
        if (action.isPresent()) {
            return visitor.may(action.get());
        }
        return marks.hasAnnotation(SignedIn.class) && visitor instanceof Visitor.Person;
    }

    /** Who was given a password by somebody else goes no further with it. */
    private static @Nullable HttpResponse<?> detour(HttpRequest<?> request, Visitor visitor) {
        boolean change =
                visitor instanceof Visitor.Person person && person.account().mustChange();
        return change && !BEFORE_CHANGE.contains(request.getPath()) ? Pages.see("/account/password") : null;
    }

    private HttpResponse<?> refuse(HttpRequest<?> request, Visitor visitor) {
        boolean unknown = !(visitor instanceof Visitor.Person) && !(visitor instanceof Visitor.Machine);
        if (!unknown) {
            return errors.answer(request, HttpStatus.FORBIDDEN);
        }
        boolean page = request.getMethod() == HttpMethod.GET
                && request.getHeaders().get("Accept", String.class, "").contains("text/html")
                && !request.getPath().startsWith("/api/");
        if (page) {
            String next = URLEncoder.encode(request.getUri().getRawPath(), StandardCharsets.UTF_8);
            return Pages.see(visitor instanceof Visitor.HalfWay ? "/login/code" : "/login?next=" + next);
        }
        MutableHttpResponse<Object> answer = errors.answer(request, HttpStatus.UNAUTHORIZED);
        return answer.header("WWW-Authenticate", "Bearer");
    }

    private static Viewer viewer(HttpRequest<?> request, Visitor visitor) {
        String cookie = Cookies.value(request, Cookies.SESSION).orElse("");
        return switch (visitor) {
            case Visitor.Person person ->
                new Viewer(person.account().name(), person.account().person(), Sessions.formToken(cookie));
            case Visitor.HalfWay half -> new Viewer("", "", Sessions.formToken(cookie));
            case Visitor.Nobody nobody -> Viewer.NOBODY;
            case Visitor.Machine machine -> Viewer.NOBODY;
        };
    }
}
