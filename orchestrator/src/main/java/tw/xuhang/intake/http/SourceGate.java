package tw.xuhang.intake.http;

import static java.util.Objects.requireNonNull;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.time.InstantSource;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiToken;
import tw.xuhang.access.http.Visitor;

/** Lets a source in by its own token, or by its signature. Neither says why it did not. */
public final class SourceGate {

    private final InstantSource clock;

    public SourceGate(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    boolean admits(Source source, HttpRequest<?> request, byte[] body) {
        return request.getHeaders().contains("webhook-signature")
                ? signed(source, request.getHeaders(), body)
                : holdsTokenOf(source.name(), request);
    }

    /** Whether the caller may see a signal of this source: whoever reads cases, and the source itself. */
    boolean mayRead(String source, HttpRequest<?> request) {
        return Visitor.of(request).may(Action.READ_CASES) || holdsTokenOf(source, request);
    }

    /** The token's name is the source's, or the source's with more behind a dot: two are valid during a change. */
    private static boolean holdsTokenOf(String source, HttpRequest<?> request) {
        if (!(Visitor.of(request) instanceof Visitor.Machine(ApiToken token))) {
            return false;
        }
        boolean own = token.name().equals(source) || token.name().startsWith(source + ".");
        return own && token.scopes().contains(Action.SEND_SIGNAL);
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
