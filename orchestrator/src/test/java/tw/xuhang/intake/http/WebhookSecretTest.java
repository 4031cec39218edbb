package tw.xuhang.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";

    private final WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void theExampleOfTheSpecificationIsSignedAsItSays() {
        assertThat(secret.sign(ID, TIMESTAMP, BODY)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void anyOfSeveralSignaturesCountsDuringRotation() {
        String good = secret.sign(ID, TIMESTAMP, BODY);
        assertThat(secret.signed(ID, TIMESTAMP, BODY, "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + good))
                .isTrue();
    }

    @Test
    void aChangedBodyIdTimestampOrVersionIsNotSigned() {
        String good = secret.sign(ID, TIMESTAMP, BODY);
        assertThat(secret.signed(ID, TIMESTAMP, "{\"test\":2432232314}".getBytes(StandardCharsets.UTF_8), good))
                .isFalse();
        assertThat(secret.signed("msg_2", TIMESTAMP, BODY, good)).isFalse();
        assertThat(secret.signed(ID, "1614265331", BODY, good)).isFalse();
        assertThat(secret.signed(ID, TIMESTAMP, BODY, good.replace("v1,", "v1a,")))
                .isFalse();
        assertThat(secret.signed(ID, TIMESTAMP, BODY, "")).isFalse();
    }

    @Test
    void fiveMinutesBothWaysAreTolerated() {
        Instant sent = Instant.ofEpochSecond(1614265330);
        assertThat(WebhookSecret.timely(TIMESTAMP, sent.plusSeconds(300))).isTrue();
        assertThat(WebhookSecret.timely(TIMESTAMP, sent.minusSeconds(300))).isTrue();
        assertThat(WebhookSecret.timely(TIMESTAMP, sent.plusSeconds(301))).isFalse();
        assertThat(WebhookSecret.timely(TIMESTAMP, sent.minusSeconds(301))).isFalse();
        assertThat(WebhookSecret.timely("-5", sent)).isFalse();
        assertThat(WebhookSecret.timely("99999999999999999999", sent)).isFalse();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.parse("whsec_AAAA"));
    }
}
