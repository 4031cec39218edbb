package tw.xuhang.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sessions by a random cookie of 256 bits, of which only the hash is kept. Every step up (password,
 * code) makes a new cookie, so that a value planted before signing in is worth nothing after.
 */
public final class Sessions {

    /** An incident's night is long; a forgotten browser is not a session for ever. */
    public static final Duration IDLE = Duration.ofHours(4);

    public static final Duration LONGEST = Duration.ofHours(16);
    /** Between the password and the code. */
    static final Duration HALF_WAY = Duration.ofMinutes(10);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionRows rows;
    private final Secrets secrets;
    private final InstantSource clock;

    public Sessions(SessionRows rows, Secrets secrets, InstantSource clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @return the cookie's value, told this once */
    public String start(Account account, boolean complete, boolean withFactor) {
        Instant now = clock.instant();
        String cookie = secrets.token();
        rows.removeOlder(now.minus(IDLE), now.minus(LONGEST));
        rows.add(new Session(
                Secrets.hash(cookie), account.name(), complete, now, now, withFactor ? now : Instant.EPOCH));
        return cookie;
    }

    public Optional<Session> find(String cookie) {
        Instant now = clock.instant();
        Optional<Session> session = look(cookie);
        session.filter(found -> found.seenAt().isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(found -> rows.seen(found.hash(), now));
        return session;
    }

    /** Like {@link #find}, but not taken for use of the session: what is idle goes on being idle. */
    public Optional<Session> look(String cookie) {
        Instant now = clock.instant();
        return rows.find(Secrets.hash(cookie)).filter(found -> alive(found, now));
    }

    public void end(String cookie) {
        rows.remove(Secrets.hash(cookie));
    }

    /** Ends all sessions of a person: password changed, account closed. */
    public void endAll(String account) {
        rows.removeOf(account);
    }

    /**
     * The token that a form must bring back. It follows from the cookie, which another site can send along
     * but not read; nothing needs to be stored for it.
     */
    public static String formToken(String cookie) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "RAW"));
            return HexFormat.of().formatHex(mac.doFinal("form".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static boolean alive(Session session, Instant now) {
        Duration idle = session.complete() ? IDLE : HALF_WAY;
        return session.seenAt().plus(idle).isAfter(now)
                && session.startedAt().plus(LONGEST).isAfter(now);
    }
}
