package tw.xuhang.access.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiToken;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.web.http.Errors;

/** API tokens: made, listed without their secret, revoked. */
@Controller("/api/v1/tokens")
@Allowed(Action.MANAGE_ACCESS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenController {

    private final ApiTokens tokens;
    private final Errors errors;

    TokenController(ApiTokens tokens, Errors errors) {
        this.tokens = tokens;
        this.errors = errors;
    }

    /** @param scopes names of actions, e.g. {@code send-signal} */
    @Introspected
    record Wish(String name, List<String> scopes, int days) {}

    /** @param token told this once */
    @Introspected
    record Made(String token, Kept kept) {}

    @Introspected
    record Kept(String name, List<String> scopes, String madeBy, Instant madeAt, Instant expiresAt) {}

    @Get
    List<Kept> all() {
        return tokens.all().stream().map(TokenController::kept).toList();
    }

    @Post
    HttpResponse<?> make(HttpRequest<?> request, @Body Wish wish) {
        Set<Action> scopes;
        try {
            scopes = wish.scopes().stream().map(TokenController::action).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            return errors.answer(request, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return switch (tokens.make(wish.name(), scopes, Duration.ofDays(wish.days()), Visitor.account(request))) {
            case ApiTokens.Made.Token made -> HttpResponse.created(new Made(made.raw(), kept(made.kept())));
            case ApiTokens.Made.Refused refused ->
                errors.answer(
                        request,
                        refused.code().equals("taken") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
        };
    }

    @Delete("/{name}")
    MutableHttpResponse<?> revoke(HttpRequest<?> request, @PathVariable String name) {
        return tokens.revoke(name) ? HttpResponse.noContent() : errors.answer(request, HttpStatus.NOT_FOUND);
    }

    private static Action action(String scope) {
        return Action.valueOf(scope.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Kept kept(ApiToken token) {
        List<String> scopes = token.scopes().stream()
                .map(action -> action.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .toList();
        return new Kept(token.name(), scopes, token.madeBy(), token.madeAt(), token.expiresAt());
    }
}
