package tw.xuhang.integration.inbound.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;

class TrapListenerTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final BlockingQueue<Signal> stored = new LinkedBlockingQueue<>();
    private final BlockingQueue<Receipt> nextReceipt = new LinkedBlockingQueue<>();
    private final AtomicBoolean available = new AtomicBoolean(true);
    private TrapListener listener;
    private DatagramSocket device;

    @BeforeEach
    void open() throws IOException {
        listener = listening((signal, original) -> {
            if (!available.get()) {
                return new Receipt.Unavailable(Duration.ofMillis(20));
            }
            stored.add(signal);
            return new Receipt.Accepted("1", false);
        });
        device = new DatagramSocket(0, HERE);
    }

    @AfterEach
    void close() {
        listener.close();
        device.close();
    }

    @Test
    void aTrapIsStored() throws Exception {
        send(Traps.linkDown(PDU.TRAP, 1, 3));
        Signal signal = stored.poll(5, TimeUnit.SECONDS);
        assertThat(signal).isNotNull();
        assertThat(signal.subject()).isEqualTo("uplink/main");
    }

    @Test
    void anInformIsAnsweredOnlyAfterItIsStored() throws Exception {
        SynchronousQueue<Boolean> atTheInbox = new SynchronousQueue<>();
        try (TrapListener slow = listening((signal, original) -> {
            try {
                atTheInbox.put(true);
                return nextReceipt.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })) {
            send(slow, Traps.linkDown(PDU.INFORM, 42, 3));
            assertThat(atTheInbox.poll(5, TimeUnit.SECONDS)).isTrue();
            assertNoAnswer();
            nextReceipt.add(new Receipt.Accepted("1", false));
            PDU answer = answer();
            assertThat(answer.getType()).isEqualTo(PDU.RESPONSE);
            assertThat(answer.getRequestID().getValue()).isEqualTo(42);
            assertThat(answer.getErrorStatus()).isZero();
            assertThat(answer.getVariableBindings()).hasSize(6);
        }
    }

    @Test
    void anInformThatIsNotStoredIsNotAnswered() throws Exception {
        available.set(false);
        send(Traps.linkDown(PDU.INFORM, 42, 3));
        await().until(() -> listener.counts().unavailable() == 1);
        assertNoAnswer();
        available.set(true);
        send(Traps.linkDown(PDU.INFORM, 42, 3));
        assertThat(answer().getRequestID().getValue()).isEqualTo(42);
    }

    @Test
    void aTrapWaitsUntilTheInboxIsBack() throws Exception {
        available.set(false);
        send(Traps.linkDown(PDU.TRAP, 1, 3));
        send(Traps.linkUp(2, 3));
        await().until(() -> listener.counts().unavailable() > 2);
        assertThat(stored).isEmpty();
        available.set(true);
        assertThat(stored.poll(5, TimeUnit.SECONDS).phase()).isEqualTo(Signal.Phase.RAISE);
        assertThat(stored.poll(5, TimeUnit.SECONDS).phase()).isEqualTo(Signal.Phase.CLEAR);
    }

    @Test
    void aFaultBehindTheInboxDoesNotEndTheListener() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (TrapListener fragile = listening((signal, original) -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("a bug behind the inbox");
            }
            stored.add(signal);
            return new Receipt.Accepted("1", false);
        })) {
            send(fragile, Traps.linkDown(PDU.TRAP, 1, 3));
            assertThat(stored.poll(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void anotherCommunityIsDroppedAndCounted() throws Exception {
        send(Traps.message("public", new PDU(Traps.pdu(PDU.INFORM, org.snmp4j.mp.SnmpConstants.linkDown, 1, 3, 1))));
        await().until(() -> listener.counts().foreign() == 1);
        assertNoAnswer();
        assertThat(stored).isEmpty();
    }

    @Test
    void anInformAboutAnotherPortIsAnsweredSoThatItIsNotRepeated() throws Exception {
        send(Traps.linkDown(PDU.INFORM, 5, 99));
        assertThat(answer().getRequestID().getValue()).isEqualTo(5);
        assertThat(listener.counts().unmapped()).isEqualTo(1);
        assertThat(stored).isEmpty();
    }

    @Test
    void aDatagramOfSixtyFourKilobytesIsDroppedAndCounted() throws Exception {
        send(new byte[65_507]);
        await().until(() -> listener.counts().tooLarge() == 1);
        send(Traps.linkDown(PDU.TRAP, 1, 3));
        assertThat(stored.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void brokenDatagramsAreDroppedAndCounted() throws Exception {
        Random random = new Random(161);
        byte[] good = Traps.linkDown(PDU.TRAP, 1, 99);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = random.nextInt(3) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int n = 0; n < random.nextInt(5) && bad.length > 0; n++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            long before = listener.counts().received();
            send(bad);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> listener.counts().received() > before);
        }
        assertThat(listener.counts().malformed()).isGreaterThan(500);
        send(Traps.linkDown(PDU.TRAP, 1, 3));
        assertThat(stored.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    @Tag("slow")
    void theUsualCommandSendsTrapsAndInforms() throws Exception {
        List<String> bindings = List.of("1.3.6.1.2.1.2.2.1.1.3", "i", "3", "1.3.6.1.2.1.2.2.1.7.3", "i", "1");
        assertThat(snmp("snmptrap", bindings)).isZero();
        assertThat(stored.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(snmp("snmpinform", bindings)).isZero();
        assertThat(stored.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(listener.counts().answered()).isEqualTo(1);
        available.set(false);
        assertThat(snmp("snmpinform", bindings))
                .as("gives up without an answer")
                .isNotZero();
    }

    private int snmp(String command, List<String> bindings) throws Exception {
        List<String> line = new java.util.ArrayList<>(List.of(
                command,
                "-v2c",
                "-c",
                Traps.COMMUNITY,
                "-t",
                "1",
                "-r",
                "1",
                "127.0.0.1:" + listener.port(),
                "12345",
                "1.3.6.1.6.3.1.1.5.3"));
        line.addAll(bindings);
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }

    private TrapListener listening(tw.xuhang.signal.Inbox inbox) throws IOException {
        Ports ports = new Ports(List.of(new Ports.Port(HERE, OptionalInt.of(3), Optional.empty(), "uplink/main")));
        return TrapListener.open(
                new TrapListener.Settings(
                        new InetSocketAddress(HERE, 0), "snmp", List.of("other", Traps.COMMUNITY), ports),
                inbox,
                InstantSource.system());
    }

    private void send(byte[] datagram) throws IOException {
        send(listener, datagram);
    }

    private void send(TrapListener to, byte[] datagram) throws IOException {
        device.send(new DatagramPacket(datagram, datagram.length, HERE, to.port()));
    }

    private void assertNoAnswer() throws IOException {
        device.setSoTimeout(200);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> device.receive(new DatagramPacket(new byte[2000], 2000)));
    }

    private PDU answer() throws IOException {
        device.setSoTimeout(5000);
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        device.receive(packet);
        BERInputStream in = new BERInputStream(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        BER.decodeHeader(in, new BER.MutableByte());
        new Integer32().decodeBER(in);
        OctetString community = new OctetString();
        community.decodeBER(in);
        assertThat(community).hasToString(Traps.COMMUNITY);
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        return pdu;
    }
}
