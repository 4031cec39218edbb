package tw.xuhang.intake.http;

import static java.util.Objects.requireNonNull;

import io.micronaut.http.HttpHeaders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiToken;

/** Lets a source in by its own token, or by its signature. Neither says why it did not. */
public final class Doorkeeper {

    private static final String BEARER = "Bearer ";

    private final Function<String, Optional<ApiToken>> tokens;
    private final InstantSource clock;

    /** @param tokens finds a token that is valid now */
    public Doorkeeper(Function<String, Optional<ApiToken>> tokens, InstantSource clock) {
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    boolean admits(Source source, HttpHeaders headers, byte[] body) {
        return headers.contains("webhook-signature") ? signed(source, headers, body) : holdsTokenOf(source, headers);
    }

    /** Whether the caller may see a signal of this source. */
    boolean mayRead(String source, HttpHeaders headers) {
        return token(headers)
                .filter(token -> token.scopes().contains(Action.READ_CASES)
                        || (token.scopes().contains(Action.SEND_SIGNAL)
                                && (token.name().equals(source) || token.name().startsWith(source + "."))))
                .isPresent();
    }

    private boolean holdsTokenOf(Source source, HttpHeaders headers) {
        return token(headers)
                .filter(token -> source.owns(token.name()) && token.scopes().contains(Action.SEND_SIGNAL))
                .isPresent();
    }

    private Optional<ApiToken> token(HttpHeaders headers) {
        return Optional.ofNullable(headers.get(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(value -> tokens.apply(value.substring(BEARER.length()).strip()));
    }

    private boolean signed(Source source, HttpHeaders headers, byte[] body) {
        String id = header(headers, "webhook-id");
        String timestamp = header(headers, "webhook-timestamp");
        String signatures = header(headers, "webhook-signature");
        boolean timely = !id.isEmpty() && WebhookSecret.timely(timestamp, clock.instant());
        boolean signed = false;
        for (WebhookSecret secret : source.secrets()) {
            signed |= secret.signed(id, timestamp, body, signatures);
        }
        return timely && signed;
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }
}
