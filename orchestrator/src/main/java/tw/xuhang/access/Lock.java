package tw.xuhang.access;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Five failures within fifteen minutes close an account for one source, until the first of them is
 * fifteen minutes old. Another source, and a link that is bound to another request, stay open: nobody can
 * lock the CISO out by guessing from elsewhere.
 */
public final class Lock {

    static final int FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Failures failures;
    private final InstantSource clock;

    public Lock(Failures failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** @param purpose what is guessed: {@code password}, {@code factor}, or one link */
    public static String key(String purpose, String account, String source) {
        return Secrets.hash(purpose + '\n' + account + '\n' + source);
    }

    public boolean closed(String key) {
        return failures.count(key, clock.instant().minus(WINDOW)) >= FAILURES;
    }

    public void failed(String key) {
        failures.add(key, clock.instant());
    }

    public void opened(String key) {
        failures.clear(key);
    }
}
