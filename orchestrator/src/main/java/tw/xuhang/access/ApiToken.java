package tw.xuhang.access;

import java.time.Instant;
import java.util.Set;

/**
 * A machine's or script's right to call the API.
 *
 * @param name what the journal names, e.g. {@code alertmanager}
 * @param scopes actions it may take; never more than its maker may, but for {@link Action#SEND_SIGNAL}
 * @param expiresAt first moment at which it is worth nothing
 */
public record ApiToken(String hash, String name, Set<Action> scopes, String madeBy, Instant madeAt, Instant expiresAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
