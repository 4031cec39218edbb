package tw.xuhang.evidence.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import tw.xuhang.evidence.audit.Seal;
import tw.xuhang.home.Home;

/** The installation's signing key: {@code keys/evidence.key} (0600) and, for whoever checks, {@code evidence.pub}. */
public final class Keys {

    private Keys() {}

    /** Makes the pair when there is none. */
    public static KeyPair of(Home home) {
        Path secret = home.directory("keys").resolve("evidence.key");
        Path open = secret.resolveSibling("evidence.pub");
        try {
            if (!Files.exists(secret)) {
                make(secret, open);
            }
            byte[] encoded = Base64.getDecoder().decode(Files.readString(secret).strip());
            PublicKey publicKey = Seal.publicKey(Files.readString(open));
            return new KeyPair(
                    publicKey, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the evidence key " + secret, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the evidence key " + secret + " is not one", e);
        }
    }

    /** The public half first: a secret without it would be a key that nobody can check. */
    private static void make(Path secret, Path open) throws GeneralSecurityException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(open, Seal.pem(pair.getPublic()));
        Path fresh = secret.resolveSibling("evidence.key.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                US_ASCII,
                StandardOpenOption.WRITE);
        Files.move(fresh, secret, StandardCopyOption.ATOMIC_MOVE);
    }
}
