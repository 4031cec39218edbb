package tw.xuhang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The arithmetic of the hash chain, so simple that an auditor can write it again: SHA-256 over the fields in a fixed
 * order, each as {@code <length in bytes, decimal>:<UTF-8 bytes>,} (a netstring), numbers in decimal, hashes as raw
 * bytes, the time as microseconds since 1970.
 */
public final class Chain {

    /** Which rule of this class an entry was hashed by; stored with it. */
    public static final int FORM = 1;

    private static final byte[] GENESIS = new byte[32];

    private Chain() {}

    /** What stands for the hash before the first entry of a stream. */
    public static byte[] genesis() {
        return GENESIS.clone();
    }

    /** The salt keeps a short erased body from being guessed from its hash. */
    public static byte[] bodyHash(byte[] salt, String body) {
        MessageDigest sha = sha256();
        sha.update(salt);
        sha.update(body.getBytes(UTF_8));
        return sha.digest();
    }

    public static byte[] hash(StoredEntry entry) {
        MessageDigest sha = sha256();
        text(sha, "xuhang-entry-" + entry.form());
        text(sha, entry.stream().value());
        text(sha, Long.toString(entry.seq()));
        bytes(sha, entry.prevHash());
        text(sha, entry.incident());
        text(sha, entry.type());
        text(sha, Integer.toString(entry.version()));
        text(sha, Long.toString(micros(entry.recordedAt())));
        text(sha, entry.actor().kind().name());
        text(sha, entry.actor().name());
        text(sha, entry.actor().deputyOf());
        bytes(sha, entry.bodyHash());
        return sha.digest();
    }

    public static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static void text(MessageDigest sha, String value) {
        bytes(sha, value.getBytes(UTF_8));
    }

    private static void bytes(MessageDigest sha, byte[] value) {
        sha.update((value.length + ":").getBytes(UTF_8));
        sha.update(value);
        sha.update((byte) ',');
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
