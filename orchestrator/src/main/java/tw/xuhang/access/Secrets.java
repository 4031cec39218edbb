package tw.xuhang.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes random tokens and the hashes under which they are kept. A token is shown once and stored never. */
public final class Secrets {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    /** No 0, 1, i, l, o: a password that is read aloud or from paper. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits as 43 characters that need no escaping in a path. */
    public String token() {
        return TEXT.encodeToString(bytes(32));
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A one-time password of 99 bits: four groups of five. */
    public String password() {
        StringBuilder text = new StringBuilder(23);
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** SHA-256, hexadecimal: enough for a token with full entropy, never for a password. */
    public static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Compares in a time that does not depend on where the two differ. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
