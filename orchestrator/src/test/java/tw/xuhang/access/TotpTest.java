package tw.xuhang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(RFC_SECRET, seconds / 30, 8)).isEqualTo(code);
    }

    /** RFC 4226, appendix D: the same function with a counter, six digits. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "4, 338314", "9, 520489"})
    void sixDigitsAreThoseOfTheStandard(long counter, String code) {
        assertThat(Totp.code(RFC_SECRET, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-30, true", "0, true", "30, true", "-60, false", "60, false"})
    void aClockMayBeOneStepOff(long seconds, boolean accepted) {
        Instant now = Instant.ofEpochSecond(1_111_111_110L);
        String code = Totp.at(RFC_SECRET, now.plusSeconds(seconds));
        assertThat(Totp.stepOf(RFC_SECRET, code, now).isPresent()).isEqualTo(accepted);
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (String text : new String[] {"", "1234567", "abcdef", "１２３４５６", "\u0000"}) {
            assertThat(Totp.stepOf(RFC_SECRET, text, Instant.EPOCH)).isEmpty();
        }
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreShownInBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
