package tw.xuhang.integration.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.xuhang.signal.Signal;
import tw.xuhang.signal.Signal.Phase;
import tw.xuhang.signal.Signal.Status;

class GenericFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final String LEAST =
            "\"key\":\"k1\",\"kind\":\"power\",\"subject\":\"site/office\",\"title\":\"市電中斷\"";

    private final GenericFormat format = new GenericFormat();

    @Test
    void fourFieldsAreEnough() {
        Signal signal = one(LEAST);
        assertThat(signal.key()).isEqualTo("k1");
        assertThat(signal.phase()).isEqualTo(Phase.RAISE);
        assertThat(signal.status()).isEqualTo(Status.ACTUAL);
        assertThat(signal.occurredAt()).isEqualTo(NOW);
        assertThat(signal.title()).isEqualTo("市電中斷");
    }

    @Test
    void everyFieldIsRead() {
        Signal signal = one(LEAST + ",\"phase\":\"Update\",\"status\":\"exercise\","
                + "\"occurredAt\":\"2026-11-22T21:23:56+08:00\",\"attributes\":{\"room\":\"2F\",\"n\":3,\"b\":true}");
        assertThat(signal.phase()).isEqualTo(Phase.UPDATE);
        assertThat(signal.status()).isEqualTo(Status.EXERCISE);
        assertThat(signal.occurredAt()).isEqualTo("2026-11-22T13:23:56Z");
        assertThat(signal.attributes())
                .containsEntry("room", "2F")
                .containsEntry("n", "3")
                .containsEntry("b", "true");
    }

    @Test
    void theEndOfAnEventIsNotARepetitionOfItsBeginning() {
        assertThat(one(LEAST + ",\"phase\":\"clear\"").key())
                .isNotEqualTo(one(LEAST).key());
        assertThat(one(LEAST + ",\"phase\":\"clear\"").attributes().get("event"))
                .isEqualTo(one(LEAST).attributes().get("event"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"staus\":\"test\"|unknown-field|/staus",
                "\"status\":\"tset\"|bad-value|/status",
                "\"phase\":\"over\"|bad-value|/phase",
                "\"phase\":1|not-text|/phase",
                "\"occurredAt\":\"2026-11-22 21:23\"|bad-time|/occurredAt",
                "\"attributes\":{\"a\":[1]}|not-text|/attributes/a",
                "\"attributes\":7|bad-value|/attributes",
            })
    void aMisspeltFieldOrValueIsRefused(String field, String code, String where) {
        assertThat(read("{" + LEAST + "," + field + "}"))
                .asInstanceOf(type(Reading.Rejected.class))
                .satisfies(rejected -> {
                    assertThat(rejected.code()).isEqualTo(code);
                    assertThat(rejected.where()).isEqualTo(where);
                });
    }

    @ParameterizedTest
    @CsvSource({"k1,", "power,POWER", "site/office,office", "市電中斷,"})
    void aFieldWithoutAUsableValueIsRefused(String from, String to) {
        String body = "{" + LEAST.replace("\"" + from + "\"", "\"" + (to == null ? "" : to) + "\"") + "}";
        assertThat(read(body)).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void theAdviceNeverRepeatsWhatWasSent() {
        assertThat(read("{" + LEAST + ",\"status\":\"<script>\"}").toString()).doesNotContain("script");
    }

    private Reading read(String body) {
        return format.read("generic", body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private Signal one(String fields) {
        assertThat(read("{" + fields + "}")).isInstanceOf(Reading.Parsed.class);
        return ((Reading.Parsed) read("{" + fields + "}")).signals().getFirst();
    }
}
