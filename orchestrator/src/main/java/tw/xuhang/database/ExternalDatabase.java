package tw.xuhang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A MariaDB or Galera cluster that others run. */
public final class ExternalDatabase implements Database {

    private final Address address;

    public ExternalDatabase(Address address) {
        this.address = address;
    }

    /**
     * Reads {@code XUHANG_DB_URL}, {@code XUHANG_DB_USER} and {@code XUHANG_DB_PASSWORD} or
     * {@code XUHANG_DB_PASSWORD_FILE}; empty when no URL is set.
     */
    public static Optional<Database> from(Map<String, String> environment) {
        String url = environment.getOrDefault("XUHANG_DB_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new DatabaseFailed("XUHANG_DB_URL must start with jdbc:mariadb:, but is " + url);
        }
        String user = environment.getOrDefault("XUHANG_DB_USER", "xuhang");
        return Optional.of(new ExternalDatabase(new Address(url, user, password(environment))));
    }

    private static String password(Map<String, String> environment) {
        String file = environment.getOrDefault("XUHANG_DB_PASSWORD_FILE", "");
        if (file.isBlank()) {
            return environment.getOrDefault("XUHANG_DB_PASSWORD", "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new DatabaseFailed("cannot read XUHANG_DB_PASSWORD_FILE " + file, e);
        }
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
