package tw.xuhang.runbook.cacao;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key that the office got from the signer by a way of its own, not from the playbook.
 *
 * @param thumbprint of the certificate it came in
 */
public record TrustedKey(PublicKey key, Optional<String> thumbprint) {

    /** @param pem a file with a {@code PUBLIC KEY} or a {@code CERTIFICATE}; empty: it holds neither */
    public static Optional<TrustedKey> read(String pem) {
        return PublicKeys.pem(pem);
    }

    boolean is(PublicKey other) {
        return Arrays.equals(key.getEncoded(), other.getEncoded());
    }
}
