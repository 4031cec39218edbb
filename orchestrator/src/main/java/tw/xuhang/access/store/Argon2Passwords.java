package tw.xuhang.access.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Secrets;

/**
 * Argon2id, 19 MiB, two passes, one lane (OWASP's floor), in the usual {@code $argon2id$…} form, so that
 * stronger figures can come later and old hashes still be read. At most two are worked on at a time: a
 * storm of sign-ins may wait, it may not take the memory of the runs.
 */
public final class Argon2Passwords implements Passwords {

    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

    private final Secrets secrets;
    private final Semaphore places = new Semaphore(2, true);

    public Argon2Passwords(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String hash(String password) {
        byte[] salt = secrets.bytes(SALT_BYTES);
        byte[] hash = argon2(password, salt, KIB, PASSES, LANES, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(KIB, PASSES, LANES, TEXT.encodeToString(salt), TEXT.encodeToString(hash));
    }

    @Override
    public boolean matches(String password, String kept) {
        Matcher parts = FORM.matcher(kept);
        if (!parts.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = argon2(
                password,
                salt,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(actual, expected);
    }

    private byte[] argon2(String password, byte[] salt, int kib, int passes, int lanes, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(kib)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] hash = new byte[bytes];
        places.acquireUninterruptibly();
        try {
            // The same letters typed on another keyboard are the same password.
            String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
            generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            places.release();
        }
        return hash;
    }
}
