package tw.xuhang.integration.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come, a format answers with a value. */
class SignalFormatFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final String ALERT = """
            {"version":"4","alerts":[{"status":"firing","labels":{"alertname":"X","xuhang_subject":"uplink/main"},
            "annotations":{"summary":"骨幹"},"startsAt":"2026-11-22T13:00:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"2a"}]}""";
    private static final String GENERIC = """
            {"key":"k","kind":"power","subject":"site/office","title":"市電","status":"test","occurredAt":"2026-11-22T13:00:00Z"}""";

    static Stream<Long> seeds() {
        return new Random(7).longs(200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brokenDeliveriesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (SignalFormat format : List.of(new AlertmanagerFormat(Subjects.NONE), new GenericFormat())) {
            byte[] body = (format instanceof GenericFormat ? GENERIC : ALERT).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            switch (format.read("x", body, NOW)) {
                case Reading.Parsed(var signals) ->
                    assertThat(signals)
                            .allSatisfy(signal -> assertThat(signal.title()).doesNotContain("\n"));
                case Reading.Rejected rejected -> assertThat(rejected.code()).isNotBlank();
            }
        }
    }
}
