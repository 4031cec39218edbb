package tw.xuhang.integration.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.signal.Signal;
import tw.xuhang.signal.Signal.Phase;
import tw.xuhang.signal.Signal.Status;

class AlertmanagerFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final AlertmanagerFormat format = new AlertmanagerFormat(
            new Subjects(List.of(new Subjects.Rule(Map.of("circuit", "HN-1"), "uplink/main", "link"))));

    @Test
    void aFiringAlertRaisesWithItsFingerprintAndStartAsKey() {
        Signal signal =
                one(alert("firing", "\"alertname\":\"BackboneDown\"", "2026-11-22T13:00:00Z", "0001-01-01T00:00:00Z"));
        assertThat(signal.phase()).isEqualTo(Phase.RAISE);
        assertThat(signal.key()).isEqualTo("2a07e435108be065@2026-11-22T13:00:00Z");
        assertThat(signal.occurredAt()).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(signal.receivedAt()).isEqualTo(NOW);
        assertThat(signal.title()).isEqualTo("骨幹線路中斷");
        assertThat(signal.status()).isEqualTo(Status.ACTUAL);
    }

    @Test
    void aResolvedAlertClearsUnderAKeyOfItsOwn() {
        Signal signal = one(alert("resolved", "\"alertname\":\"A\"", "2026-11-22T13:00:00Z", "2026-11-22T13:05:00Z"));
        assertThat(signal.phase()).isEqualTo(Phase.CLEAR);
        assertThat(signal.key()).isEqualTo("2a07e435108be065@2026-11-22T13:00:00Z!resolved");
        assertThat(signal.occurredAt()).isEqualTo("2026-11-22T13:05:00Z");
        assertThat(signal.attributes()).containsEntry("event", "2a07e435108be065@2026-11-22T13:00:00Z");
    }

    @Test
    void aFiringAlertThatHasAlreadyEndedIsNotAnEnd() {
        assertThat(one(alert("firing", "", "2026-11-22T13:00:00Z", "2026-11-22T13:05:00Z"))
                        .phase())
                .isEqualTo(Phase.RAISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "2026-11-22T12:00:00Z"})
    void anEndInYearOneOrBeforeTheStartIsTheTimeOfArrival(String endsAt) {
        assertThat(one(alert("resolved", "", "2026-11-22T13:00:00Z", endsAt)).occurredAt())
                .isEqualTo(NOW);
    }

    @Test
    void aSourceWithAFastClockDoesNotSpeakOfTheFuture() {
        assertThat(one(alert("firing", "", "2027-01-01T00:00:00Z", "0001-01-01T00:00:00Z"))
                        .occurredAt())
                .isEqualTo(NOW);
    }

    @Test
    void theSubjectIsNamedByTheAlertsOwnLabel() {
        Signal signal = one(firing("\"xuhang_subject\":\"uplink/backup\",\"circuit\":\"HN-1\""));
        assertThat(signal.subject()).isEqualTo("uplink/backup");
        assertThat(signal.kind()).isEqualTo("link");
    }

    @Test
    void elseByTheConfiguredRule() {
        Signal signal = one(firing("\"circuit\":\"HN-1\",\"alertname\":\"X\""));
        assertThat(signal.subject()).isEqualTo("uplink/main");
        assertThat(signal.kind()).isEqualTo("link");
    }

    @Test
    void elseByTheAlertsName() {
        Signal signal = one(firing("\"alertname\":\"機房 Smoke/../Detected\",\"xuhang_subject\":\"../../etc\""));
        assertThat(signal.subject()).isEqualTo("alertmanager/-smoke-..-detected");
        assertThat(signal.kind()).isEqualTo("alert");
    }

    @ParameterizedTest
    @CsvSource({"test,TEST", "Exercise,EXERCISE", "DRAFT,DRAFT", "system,SYSTEM", "actual,ACTUAL", "execise,TEST"})
    void aStatusLabelKeepsAnAlertFromBeingTakenForReal(String label, Status status) {
        assertThat(one(firing("\"xuhang_status\":\"" + label + "\"")).status()).isEqualTo(status);
    }

    @Test
    void severalAlertsAreSeveralSignals() {
        String two = group(alertOnly("firing", "", "2026-11-22T13:00:00Z", "0001-01-01T00:00:00Z") + ","
                + alertOnly("resolved", "", "2026-11-22T13:00:00Z", "2026-11-22T13:01:00Z"));
        assertThat(signals(two)).extracting(Signal::phase).containsExactly(Phase.RAISE, Phase.CLEAR);
    }

    @Test
    void whatANewerAlertmanagerAddsIsIgnored() {
        String body = "{\"version\":\"4\",\"notification_reason\":{\"x\":[1]},\"alerts\":[]}";
        assertThat(signals(body)).isEmpty();
    }

    @Test
    void controlCharactersOfALabelCannotMakeASecondLine() {
        Signal signal = one(firing("\"alertname\":\"a\\r\\nBcc: x\\u001b[31m\\u2028b\\u202e\""));
        assertThat(signal.attributes()).containsEntry("label.alertname", "a Bcc: x [31m b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"version\":\"5\",\"alerts\":[]}|unknown-version|/version",
                "{\"version\":\"4\"}|missing|/alerts",
                "{\"version\":\"4\",\"alerts\":{}}|bad-value|/alerts",
                "{\"version\":\"4\",\"alerts\":[1]}|not-an-object|/alerts/0",
                "{\"alerts\":[{\"status\":\"burning\",\"startsAt\":\"2026-11-22T13:00:00Z\"}]}|bad-value|/alerts/0/status",
                "{\"alerts\":[{\"status\":\"firing\"}]}|missing|/alerts/0/startsAt",
                "{\"alerts\":[{\"status\":\"firing\",\"startsAt\":\"yesterday\"}]}|bad-time|/alerts/0/startsAt",
                "{\"alerts\":[{\"labels\":{\"a\":{}},\"startsAt\":\"2026-11-22T13:00:00Z\"}]}|not-text|/alerts/0/labels/a",
                "[]|not-an-object|``",
                "{\"alerts\":[]} x|not-json|1:15",
                "{\"alerts\":[],\"alerts\":[]}|not-json|1:22",
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String body, String code, String where) {
        assertThat(read(body)).asInstanceOf(type(Reading.Rejected.class)).satisfies(rejected -> {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.where()).isEqualTo(where);
            assertThat(rejected.advice()).isNotBlank();
        });
    }

    @Test
    void depthSizeAndNumberAreBounded() {
        assertThat(code("{\"alerts\":" + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .isEqualTo("not-json");
        assertThat(code("{\"alerts\":[], \"a\":\"" + "x".repeat(1 << 20) + "\"}"))
                .isEqualTo("too-large");
        assertThat(code("{\"alerts\":[" + "{},".repeat(2000) + "{}]}")).isEqualTo("bad-value");
        assertThat(code("{\"alerts\":[], \"a\":1" + "0".repeat(1000) + "}")).isEqualTo("not-json");
    }

    @Test
    void onlyUtf8IsRead() {
        byte[] utf16 = group("").getBytes(StandardCharsets.UTF_16);
        byte[] big5 = {'{', '"', (byte) 0xb0, (byte) 0xa9, '"', ':', '1', '}'};
        assertThat(format.read("alertmanager", utf16, NOW)).isInstanceOf(Reading.Rejected.class);
        assertThat(format.read("alertmanager", big5, NOW))
                .isEqualTo(new Reading.Rejected("not-utf8", "", "send UTF-8"));
        assertThat(signals("\uFEFF" + group(""))).isEmpty();
    }

    @Test
    void aRecordedOutageIsReadAsItsBeginningAndItsEnd() throws IOException {
        Signal firing = recorded("alertmanager-01.json");
        Signal resolved = recorded("alertmanager-02.json");
        assertThat(firing.key()).isEqualTo("2a07e435108be065@2026-11-22T13:23:56.425Z");
        assertThat(firing.title()).isEqualTo("骨幹線路 HiNet-骨幹-1 中斷");
        assertThat(firing.attributes()).containsEntry("label.role", "backbone");
        assertThat(resolved.phase()).isEqualTo(Phase.CLEAR);
        assertThat(resolved.occurredAt()).isEqualTo("2026-11-22T13:24:04.425Z");
        assertThat(resolved.attributes().get("event")).isEqualTo(firing.key());
    }

    @Test
    void aRecordedRepetitionHasTheSameKey() throws IOException {
        assertThat(recorded("alertmanager-retry-01.json").key())
                .isEqualTo(recorded("alertmanager-retry-02.json").key())
                .isEqualTo(recorded("alertmanager-retry-03.json").key());
    }

    private Signal recorded(String name) throws IOException {
        return ((Reading.Parsed) format.read("alertmanager", Samples.payload(name), NOW))
                .signals()
                .getFirst();
    }

    private Reading read(String body) {
        return format.read("alertmanager", body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private String code(String body) {
        return ((Reading.Rejected) read(body)).code();
    }

    private List<Signal> signals(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Parsed.class);
        return ((Reading.Parsed) read(body)).signals();
    }

    private Signal one(String body) {
        assertThat(signals(body)).hasSize(1);
        return signals(body).getFirst();
    }

    private static String firing(String labels) {
        return alert("firing", labels, "2026-11-22T13:00:00Z", "0001-01-01T00:00:00Z");
    }

    private static String alert(String status, String labels, String startsAt, String endsAt) {
        return group(alertOnly(status, labels, startsAt, endsAt));
    }

    private static String group(String alerts) {
        return "{\"version\":\"4\",\"status\":\"firing\",\"alerts\":[" + alerts + "]}";
    }

    private static String alertOnly(String status, String labels, String startsAt, String endsAt) {
        return """
                {"status":"%s","labels":{%s},"annotations":{"summary":"骨幹線路中斷"},"startsAt":"%s","endsAt":"%s",
                 "generatorURL":"http://vm:19090/graph","fingerprint":"2a07e435108be065"}""".formatted(status, labels, startsAt, endsAt);
    }
}
