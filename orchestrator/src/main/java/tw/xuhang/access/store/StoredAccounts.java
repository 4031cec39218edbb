package tw.xuhang.access.store;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Role;

/** Accounts in the database. Secrets of second factors are sealed with a key that is not in it. */
@Singleton
final class StoredAccounts implements Accounts {

    private final AccountTable table;
    private final Seal seal;

    StoredAccounts(AccountTable table, Seal seal) {
        this.table = table;
        this.seal = seal;
    }

    @Override
    public Optional<Account> find(String name) {
        return table.findByName(name).map(StoredAccounts::account);
    }

    @Override
    public List<Account> all() {
        return table.findAllOrderByName().stream().map(StoredAccounts::account).toList();
    }

    @Override
    public void put(Account account) {
        String roles = account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        table.put(account.name(), account.person(), roles, account.mustChange(), account.active());
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return table.findByName(name).flatMap(row -> Optional.ofNullable(row.passwordHash()));
    }

    @Override
    public void passwordHash(String name, String hash, boolean mustChange) {
        changed(name, table.setPassword(name, hash, mustChange));
    }

    @Override
    public Optional<byte[]> totpSecret(String name) {
        return table.findByName(name)
                .flatMap(row -> Optional.ofNullable(row.totpSealed()))
                .map(box -> seal.open(box, name));
    }

    @Override
    public void totpSecret(String name, byte[] secret) {
        changed(name, table.setTotp(name, seal.close(secret, name)));
    }

    @Override
    public boolean useTotpStep(String name, long step) {
        return table.useStep(name, step) == 1;
    }

    private static void changed(String name, long rows) {
        // MariaDB's driver counts found rows, so that the same value again is no error.
        if (rows != 1) {
            throw new IllegalArgumentException("no account " + name);
        }
    }

    private static Account account(AccountRow row) {
        Set<Role> roles = row.roles().isEmpty()
                ? Set.of()
                : Arrays.stream(row.roles().split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
        return new Account(row.name(), row.person(), roles, row.mustChange(), row.active());
    }
}
