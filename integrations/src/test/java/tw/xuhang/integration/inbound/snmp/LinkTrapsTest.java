package tw.xuhang.integration.inbound.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import tw.xuhang.integration.inbound.Samples;
import tw.xuhang.signal.Signal;
import tw.xuhang.signal.Signal.Phase;

class LinkTrapsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private final InetAddress agent = address("192.0.2.7");
    private final LinkTraps traps = new LinkTraps(
            "snmp",
            new Ports(List.of(
                    new Ports.Port(agent, OptionalInt.of(3), Optional.empty(), "uplink/main"),
                    new Ports.Port(agent, OptionalInt.of(9), Optional.of("Gi0/4"), "uplink/backup"))));

    @Test
    void linkDownRaisesTheConfiguredLine() {
        Signal signal = read(Traps.linkDown(PDU.TRAP, 1, 3)).orElseThrow();
        assertThat(signal.subject()).isEqualTo("uplink/main");
        assertThat(signal.kind()).isEqualTo("link");
        assertThat(signal.phase()).isEqualTo(Phase.RAISE);
        assertThat(signal.attributes()).containsEntry("ifName", "Gi0/3").containsEntry("planned", "false");
        assertThat(signal.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void linkUpClears() {
        assertThat(read(Traps.linkUp(2, 3)).orElseThrow().phase()).isEqualTo(Phase.CLEAR);
    }

    @Test
    void aPortThatSomebodySwitchedOffIsPlanned() {
        PDU pdu = Traps.pdu(PDU.TRAP, SnmpConstants.linkDown, 1, 3, 2);
        Signal signal = read(Traps.message(Traps.COMMUNITY, pdu)).orElseThrow();
        assertThat(signal.phase()).isEqualTo(Phase.UPDATE);
        assertThat(signal.attributes()).containsEntry("planned", "true");
    }

    @Test
    void aPortIsKnownByItsNameWhenItsIndexChanged() {
        assertThat(read(Traps.linkDown(PDU.TRAP, 1, 4)).orElseThrow().subject()).isEqualTo("uplink/backup");
        assertThat(read(Traps.linkDown(PDU.TRAP, 1, 9))).isEmpty();
    }

    @Test
    void otherPortsDevicesAndEventsAreNoneOfOurBusiness() throws IOException {
        assertThat(read(Traps.linkDown(PDU.TRAP, 1, 5))).isEmpty();
        assertThat(traps.signal(address("192.0.2.8"), Notification.decode(Traps.linkDown(PDU.TRAP, 1, 3)), NOW))
                .isEmpty();
        PDU coldStart = Traps.pdu(PDU.TRAP, SnmpConstants.coldStart, 1, 3, 1);
        assertThat(read(Traps.message(Traps.COMMUNITY, coldStart))).isEmpty();
    }

    @Test
    void aRepeatedInformIsTheSameEvent() throws IOException {
        Notification inform = Notification.decode(Traps.linkDown(PDU.INFORM, 77, 3));
        assertThat(traps.signal(agent, inform, NOW).orElseThrow().key())
                .isEqualTo(traps.signal(agent, inform, NOW.plusSeconds(30))
                        .orElseThrow()
                        .key());
    }

    @Test
    void theSameNumbersAfterARestartOfTheDeviceAreAnotherEvent() throws IOException {
        Notification trap = Notification.decode(Traps.linkDown(PDU.TRAP, 1, 3));
        assertThat(traps.signal(agent, trap, NOW).orElseThrow().key())
                .isNotEqualTo(traps.signal(agent, trap, NOW.plusSeconds(7200))
                        .orElseThrow()
                        .key());
    }

    @Test
    void recordedTrapsOfTwoVersionsAreRead() throws IOException {
        assertThat(read(Samples.payload("snmpv2c-linkDown.bin")).orElseThrow().phase())
                .isEqualTo(Phase.RAISE);
        assertThat(read(Samples.payload("snmpv1-linkDown.bin")).orElseThrow().phase())
                .isEqualTo(Phase.RAISE);
        assertThat(read(Samples.payload("snmpv2c-linkUp.bin")).orElseThrow().phase())
                .isEqualTo(Phase.CLEAR);
        assertThat(read(Samples.payload("snmpv2c-linkDown.bin")).orElseThrow().attributes())
                .containsEntry("ifDescr", "Gi0/3 HiNet uplink");
    }

    private Optional<Signal> read(byte[] datagram) {
        try {
            return traps.signal(agent, Notification.decode(datagram), NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }
}
