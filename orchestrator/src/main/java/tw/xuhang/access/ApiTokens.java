package tw.xuhang.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes, finds and revokes API tokens. The raw token is the answer to its making and is kept nowhere. */
public final class ApiTokens {

    public static final String PREFIX = "xuhang_";
    static final Duration LONGEST = Duration.ofDays(400);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    /** Deciding needs a person: no token consents, declares, agrees, confirms or makes further tokens. */
    private static final Set<Action> PERSONS_ONLY = EnumSet.of(
            Action.REQUEST_CONSENT,
            Action.DECIDE_CONSENT,
            Action.RECORD_PHONE_CONSENT,
            Action.DECLARE,
            Action.CONFIRM,
            Action.AGREE_REFERRAL,
            Action.AGREE_RESTORE,
            Action.ACKNOWLEDGE_BRIEFING,
            Action.PUBLISH_RUNBOOK,
            Action.MANAGE_ACCESS);

    private final ApiTokenRows rows;
    private final Secrets secrets;
    private final InstantSource clock;

    public ApiTokens(ApiTokenRows rows, Secrets secrets, InstantSource clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What became of making one. */
    public sealed interface Made {

        /** @param raw the token itself, told this once */
        record Token(String raw, ApiToken kept) implements Made {
            @Override
            public String toString() {
                return "Token[" + kept.name() + "]";
            }
        }

        /** @param code {@code name}, {@code taken}, {@code lifetime}, {@code scope} */
        record Refused(String code) implements Made {}
    }

    public Made make(String name, Set<Action> scopes, Duration life, String by) {
        if (!NAME.matcher(name).matches()) {
            return new Made.Refused("name");
        }
        if (rows.all().stream().anyMatch(token -> token.name().equals(name))) {
            return new Made.Refused("taken");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            return new Made.Refused("lifetime");
        }
        if (scopes.isEmpty() || scopes.stream().anyMatch(PERSONS_ONLY::contains)) {
            return new Made.Refused("scope");
        }
        Instant now = clock.instant();
        String raw = PREFIX + secrets.token();
        ApiToken kept = new ApiToken(Secrets.hash(raw), name, scopes, by, now, now.plus(life));
        rows.add(kept);
        return new Made.Token(raw, kept);
    }

    public Optional<ApiToken> find(String raw) {
        if (!raw.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return rows.find(Secrets.hash(raw)).filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    public List<ApiToken> all() {
        return rows.all();
    }

    public boolean revoke(String name) {
        return rows.remove(name);
    }
}
