package tw.xuhang.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import tw.xuhang.access.Totp;

/** A person's app that shows codes. The service takes each code once. */
final class Authenticator {

    private static final long STEP_SECONDS = 30;

    private final byte[] secret;
    private final InstantSource clock;
    private long lastStep = -1;

    Authenticator(String secret, InstantSource clock) {
        this.secret = Base64.getDecoder().decode(secret);
        this.clock = clock;
    }

    /** The code that stands on the screen now, used or not. */
    String shown() {
        return Totp.at(secret, clock.instant());
    }

    /** A code that was not used yet, empty until the app shows the next one. */
    Optional<String> fresh() {
        Instant now = clock.instant();
        if (step(now) <= lastStep) {
            return Optional.empty();
        }
        lastStep = step(now);
        return Optional.of(Totp.at(secret, now));
    }

    private static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }
}
