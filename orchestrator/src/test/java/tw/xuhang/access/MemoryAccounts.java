package tw.xuhang.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts of a test's lifetime. */
final class MemoryAccounts implements Accounts {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final Map<String, Long> steps = new ConcurrentHashMap<>();

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public List<Account> all() {
        return new ArrayList<>(accounts.values());
    }

    @Override
    public void put(Account account) {
        accounts.put(account.name(), account);
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return Optional.ofNullable(hashes.get(name));
    }

    @Override
    public void passwordHash(String name, String hash, boolean mustChange) {
        hashes.put(name, hash);
    }

    @Override
    public Optional<byte[]> totpSecret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void totpSecret(String name, byte[] secret) {
        secrets.put(name, secret);
    }

    @Override
    public boolean useTotpStep(String name, long step) {
        long[] before = {Long.MIN_VALUE};
        steps.compute(name, (ignored, last) -> {
            before[0] = last == null ? Long.MIN_VALUE : last;
            return Math.max(before[0], step);
        });
        return before[0] < step;
    }
}
