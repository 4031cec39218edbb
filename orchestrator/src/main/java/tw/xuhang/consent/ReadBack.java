package tw.xuhang.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Six digits that name a request and the version of its facts. No secret: they are read out and read back
 * so that both ends of the line speak of the same thing. Who speaks is shown by the number that was
 * dialled, and by the witness.
 */
public final class ReadBack {

    private ReadBack() {}

    public static String code(String request, int version) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((request + "#" + version).getBytes(UTF_8));
            return "%06d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getInt(), 1_000_000));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
