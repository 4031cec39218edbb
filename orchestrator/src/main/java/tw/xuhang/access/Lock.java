package tw.xuhang.access;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Five failures within fifteen minutes close what was guessed at, until the first of them is fifteen minutes old.
 * Passwords close for one account and source: nobody can lock the CISO out by guessing from elsewhere. Second
 * factors, which only somebody with the password or the link gets to guess, close for the account and purpose
 * whatever the source; each link and each request has a lock of its own, so that the next one stays open.
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

    /** A lock for one account and purpose, wherever it is guessed from. */
    public static String key(String purpose, String account) {
        return key(purpose, account, "");
    }

    /**
     * @param purpose what is guessed: {@code password}, {@code factor}, {@code link} …
     * @param source what the lock is limited to: the address that guesses, or one link or request
     */
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
