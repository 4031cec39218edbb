package tw.xuhang.integration.mail;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where letters are handed in.
 *
 * @param from address in the From line and the envelope
 * @param fromName name beside it, any script, or empty
 * @param credentials file with the user's name on its first and the password on its second line, read
 *     anew for every letter; never sent in the clear to another machine
 */
public record MailServer(
        String host, int port, Encryption encryption, String from, String fromName, Optional<Path> credentials) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    public MailServer {
        requireNonNull(host, "host is null");
        requireNonNull(encryption, "encryption is null");
        requireNonNull(credentials, "credentials is null");
        LetterCheck.address(from).ifPresent(why -> {
            throw new IllegalArgumentException("from: " + why);
        });
        if (credentials.isPresent() && encryption == Encryption.NONE && !THIS_MACHINE.contains(host)) {
            throw new IllegalArgumentException(
                    "a password must not go to " + host + " unencrypted; use starttls or tls");
        }
    }

    /** How the connection is protected. The server's certificate is always checked. */
    public enum Encryption {
        NONE,
        /** Begins in the clear and must change to TLS before anything is said. */
        STARTTLS,
        TLS
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
