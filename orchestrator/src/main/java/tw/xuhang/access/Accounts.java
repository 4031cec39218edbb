package tw.xuhang.access;

import java.util.List;
import java.util.Optional;

/** The accounts with their credentials. Credentials go in and are compared; they never come out in a record. */
public interface Accounts {

    Optional<Account> find(String name);

    List<Account> all();

    /** Adds the account, or changes an account of this name; credentials stay as they are. */
    void put(Account account);

    Optional<String> passwordHash(String name);

    void passwordHash(String name, String hash, boolean mustChange);

    /** The shared secret of the person's second factor, empty where none is enrolled. */
    Optional<byte[]> totpSecret(String name);

    /** Enrols or replaces the second factor. */
    void totpSecret(String name, byte[] secret);

    /**
     * Takes a time step for used, once.
     *
     * @return false when this step or a later one was used already, also by another node at the same time
     */
    boolean useTotpStep(String name, long step);
}
