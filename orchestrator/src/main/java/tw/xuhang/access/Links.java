package tw.xuhang.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links with a random token in the path. Opening one any number of times changes nothing (C4): mail
 * scanners open every link. What a link leads to decides what else is needed to act.
 */
public final class Links {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final LinkRows rows;
    private final Secrets secrets;
    private final InstantSource clock;

    public Links(LinkRows rows, Secrets secrets, InstantSource clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @return the raw token for the path, told this once */
    public String make(Link.Kind kind, String subject, String person, Duration life) {
        Instant now = clock.instant();
        String raw = secrets.token();
        rows.add(new Link(Secrets.hash(raw), kind, subject, person, now, now.plus(life)));
        return raw;
    }

    /** Empty for a token that is unknown, of another kind or expired: the three look the same from outside. */
    public Optional<Link> find(Link.Kind kind, String raw) {
        if (!FORM.matcher(raw).matches()) {
            return Optional.empty();
        }
        return rows.find(Secrets.hash(raw))
                .filter(link -> link.kind() == kind)
                .filter(link -> clock.instant().isBefore(link.expiresAt()));
    }

    public void end(Link.Kind kind, String subject) {
        rows.removeOf(kind, subject);
    }
}
