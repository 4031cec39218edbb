package tw.xuhang.integration.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.integration.inbound.AlertmanagerFormat;
import tw.xuhang.integration.inbound.Subjects;
import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;

class SignalRoutesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final String TWO = """
            {"alerts":[{"status":"firing","startsAt":"2026-11-22T13:00:00Z","fingerprint":"a"},
                       {"status":"firing","startsAt":"2026-11-22T13:00:00Z","fingerprint":"b"}]}""";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Signal> stored = new ArrayList<>();
    private Receipt answer = new Receipt.Accepted("1", false);
    private Entrances entrances;

    @BeforeEach
    void start() throws Exception {
        Inbox inbox = (signal, original) -> {
            stored.add(signal);
            return answer;
        };
        context.addRoutes(new SignalRoutes(inbox, InstantSource.fixed(NOW)));
        context.start();
        entrances = new Entrances(context.createProducerTemplate());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void everySignalOfADeliveryIsStored() {
        assertThat(entrances.deliver(post(TWO)))
                .isEqualTo(new Delivered.Stored(
                        List.of(new Receipt.Accepted("1", false), new Receipt.Accepted("1", false))));
        assertThat(stored).extracting(Signal::key).containsExactly("a@2026-11-22T13:00:00Z", "b@2026-11-22T13:00:00Z");
        assertThat(stored).extracting(Signal::receivedAt).containsOnly(NOW);
    }

    @Test
    void aDeliveryThatCannotBeReadStoresNothing() {
        assertThat(entrances.deliver(post("{"))).isInstanceOf(Delivered.Rejected.class);
        assertThat(stored).isEmpty();
    }

    @Test
    void whenTheInboxIsAwayTheWholeDeliveryIsToBeSentAgain() {
        answer = new Receipt.Unavailable(Duration.ofSeconds(7));
        assertThat(entrances.deliver(post(TWO))).isEqualTo(new Delivered.Unavailable(Duration.ofSeconds(7)));
    }

    @Test
    void trapsAndProbesEndAtTheSameInbox() {
        Signal signal = new Signal(
                "probe", "k", "link", Signal.Phase.RAISE, "uplink/main", Signal.Status.ACTUAL, NOW, NOW, "t", Map.of());
        assertThat(entrances.snmp().accept(signal)).isEqualTo(answer);
        assertThat(entrances.probe().accept(signal)).isEqualTo(answer);
        assertThat(stored).containsExactly(signal, signal);
    }

    @Test
    void aFaultOfTheInboxReachesWhoeverDelivered() throws Exception {
        DefaultCamelContext other = new DefaultCamelContext();
        other.addRoutes(new SignalRoutes(
                (signal, original) -> {
                    throw new IllegalStateException("bug");
                },
                InstantSource.fixed(NOW)));
        other.start();
        Entrances broken = new Entrances(other.createProducerTemplate());
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> broken.deliver(post(TWO)))
                .withRootCauseInstanceOf(IllegalStateException.class);
        other.stop();
    }

    private static Post post(String body) {
        return new Post(
                "alertmanager",
                new AlertmanagerFormat(Subjects.NONE),
                new Original("application/json", body.getBytes(StandardCharsets.UTF_8)));
    }
}
