package tw.xuhang.access;

import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Accounts that whoever starts the service hands over, credentials and all, for an office that exists only
 * while it is shown. An account that is there already is left as it is.
 */
public final class AccountSeed {

    private final Accounts accounts;
    private final Passwords passwords;

    public AccountSeed(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** @param totp shared secret of the second factor, in base 64 */
    public record Seed(String account, String person, Set<Role> roles, String password, String totp) {
        public Seed {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "Seed[" + account + "]";
        }
    }

    /** @return how many were not there before */
    public int sow(List<Seed> seeds) {
        int sown = 0;
        for (Seed seed : seeds) {
            if (accounts.find(seed.account()).isEmpty()) {
                accounts.put(new Account(seed.account(), seed.person(), seed.roles(), false, true));
                accounts.passwordHash(seed.account(), passwords.hash(seed.password()), false);
                accounts.totpSecret(seed.account(), Base64.getDecoder().decode(seed.totp()));
                sown++;
            }
        }
        return sown;
    }
}
