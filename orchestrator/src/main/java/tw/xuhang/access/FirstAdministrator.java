package tw.xuhang.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The way in on the first start: an account {@code admin} with a one-time password in a file that only the
 * service's own user can read. It must be changed at the first sign-in, and the file goes then.
 */
public final class FirstAdministrator {

    public static final String NAME = "admin";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Path file;

    public FirstAdministrator(Accounts accounts, Passwords passwords, Secrets secrets, Path file) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secrets = secrets;
        this.file = file;
    }

    /** @return where the password lies, empty where there are accounts already */
    public Optional<Path> ensure() {
        if (accounts.all().stream().anyMatch(account -> account.roles().contains(Role.ADMINISTRATOR))) {
            return Optional.empty();
        }
        String password = secrets.password();
        try {
            write(password);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        accounts.put(new Account(NAME, "系統管理者", Set.of(Role.ADMINISTRATOR), true, true));
        accounts.passwordHash(NAME, passwords.hash(password), true);
        return Optional.of(file);
    }

    /** The password was changed: what stands in the file is worth nothing. */
    public void changed(String account) {
        if (account.equals(NAME)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + file, e);
            }
        }
    }

    private void write(String password) throws IOException {
        Files.deleteIfExists(file);
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, closed)) {
            channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }
}
