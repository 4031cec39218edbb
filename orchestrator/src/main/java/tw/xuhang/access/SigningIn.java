package tw.xuhang.access;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Name, password and second factor. The answer never tells whether a name exists: an unknown name takes
 * the same work and gets the same words.
 */
public final class SigningIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Lock lock;
    private final Supplier<String> decoy;

    /** @param decoy hash that no password matches, compared with where the name is unknown */
    public SigningIn(Accounts accounts, Passwords passwords, SecondFactor factor, Lock lock, Supplier<String> decoy) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factor = factor;
        this.lock = lock;
        this.decoy = decoy;
    }

    /** What became of it. */
    public sealed interface Result {

        /** In, with everything the account has. */
        record In(Account account) implements Result {}

        /** The password is right and a code is wanted besides. */
        record CodeWanted(Account account) implements Result {}

        /** Wrong name, password or code; which of them is not told. */
        record Refused() implements Result {}

        /** Too many failures from this source. */
        record Locked() implements Result {}
    }

    /** @param source where the attempt comes from; failures are counted per account and source */
    public Result password(String typedName, String password, String source) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        String key = Lock.key("password", name, source);
        if (lock.closed(key)) {
            return new Result.Locked();
        }
        Optional<Account> account = accounts.find(name).filter(Account::active);
        String hash =
                account.flatMap(found -> accounts.passwordHash(found.name())).orElseGet(decoy);
        if (!passwords.matches(password, hash) || account.isEmpty()) {
            lock.failed(key);
            return new Result.Refused();
        }
        lock.opened(key);
        boolean enrolled = accounts.totpSecret(name).isPresent();
        return enrolled ? new Result.CodeWanted(account.get()) : new Result.In(account.get());
    }

    /**
     * The second step, for a person whose password was right. Six digits are few: wrong ones are counted for the
     * account, wherever they come from.
     */
    public Result code(Account account, String code) {
        return switch (factor.check(account.name(), code, Lock.key("factor", account.name()))) {
            case ACCEPTED -> new Result.In(account);
            case LOCKED -> new Result.Locked();
            case WRONG, USED, NOT_ENROLLED -> new Result.Refused();
        };
    }
}
