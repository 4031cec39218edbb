package tw.xuhang.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords of RFC 6238: steps of 30 s, six digits, HMAC-SHA1, as every
 * authenticator app reads them. One step before and after is accepted, for clocks that differ a little.
 */
public final class Totp {

    static final int DIGITS = 6;
    private static final long STEP_SECONDS = 30;
    private static final int SLACK = 1;

    private Totp() {}

    /** The step that this code belongs to, empty when it belongs to none around {@code now}. */
    public static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        // All steps are compared, so that the time taken says nothing.
        for (long step = current - SLACK; step <= current + SLACK; step++) {
            if (Secrets.same(code(secret, step, DIGITS), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a moment, as the person's app shows it. */
    public static String at(byte[] secret, Instant moment) {
        return code(secret, Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS), DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        byte[] mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = Integer.toString(number % power(digits));
        return "0".repeat(digits - text.length()) + text;
    }

    private static int power(int digits) {
        int power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
