package tw.xuhang.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks a person's code. A code works once: its step, and all before it, are taken for used. */
public final class SecondFactor {

    private final Accounts accounts;
    private final Lock lock;
    private final InstantSource clock;

    public SecondFactor(Accounts accounts, Lock lock, InstantSource clock) {
        this.accounts = accounts;
        this.lock = lock;
        this.clock = clock;
    }

    /** What became of a check. */
    public enum Result {
        ACCEPTED,
        WRONG,
        /** The code is right and was used already; the person waits for the next one. */
        USED,
        NOT_ENROLLED,
        /** Too many wrong codes for this key; also right ones are refused for a while. */
        LOCKED
    }

    /** @param lockKey of {@link Lock#key}: what is locked when guessing goes on */
    public Result check(String account, String code, String lockKey) {
        if (lock.closed(lockKey)) {
            return Result.LOCKED;
        }
        Optional<byte[]> secret = accounts.totpSecret(account);
        if (secret.isEmpty()) {
            return Result.NOT_ENROLLED;
        }
        OptionalLong step = Totp.stepOf(secret.get(), digits(code), clock.instant());
        if (step.isEmpty()) {
            lock.failed(lockKey);
            return Result.WRONG;
        }
        if (!accounts.useTotpStep(account, step.getAsLong())) {
            lock.failed(lockKey);
            return Result.USED;
        }
        lock.opened(lockKey);
        return Result.ACCEPTED;
    }

    /** Apps show {@code 123 456}; phones paste it that way. */
    private static String digits(String code) {
        return code.strip().replace(" ", "");
    }
}
