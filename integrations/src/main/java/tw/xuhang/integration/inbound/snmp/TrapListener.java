package tw.xuhang.integration.inbound.snmp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;

/**
 * Listens for SNMP notifications on one UDP port. One thread receives, one delivers in the order of
 * arrival. An INFORM is answered after the inbox has the signal, and not at all when it has not: the device
 * sends it again. A trap nobody repeats, so it is kept and offered until the inbox takes it.
 */
public final class TrapListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrapListener.class);
    private static final int LARGEST = 8 * 1024;
    private static final int MOST_WAITING = 4096;

    private final DatagramSocket socket;
    private final List<byte[]> communities;
    private final LinkTraps traps;
    private final Inbox inbox;
    private final InstantSource clock;
    private final BlockingQueue<Arrival> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread receiver;
    private final Thread deliverer;

    /**
     * @param source name of the source that the signals carry
     * @param communities that are listened to; compared in constant time
     */
    public record Settings(InetSocketAddress bind, String source, List<String> communities, Ports ports) {
        public Settings {
            communities = List.copyOf(communities);
            requireNonNull(ports, "ports is null");
        }
    }

    private record Arrival(SocketAddress from, Notification notification, Signal signal, Original original) {}

    private enum Count {
        RECEIVED,
        STORED,
        ANSWERED,
        UNAVAILABLE,
        MALFORMED,
        TOO_LARGE,
        FOREIGN,
        UNMAPPED,
        OVERFLOWED
    }

    private TrapListener(DatagramSocket socket, Settings settings, Inbox inbox, InstantSource clock) {
        this.socket = socket;
        this.communities = settings.communities().stream()
                .map(community -> community.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.traps = new LinkTraps(settings.source(), settings.ports());
        this.inbox = inbox;
        this.clock = clock;
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
        receiver = Thread.ofPlatform().name("snmp-receive").daemon().unstarted(this::receive);
        deliverer = Thread.ofPlatform().name("snmp-deliver").daemon().unstarted(this::deliver);
    }

    /** @throws IOException the port cannot be bound */
    public static TrapListener open(Settings settings, Inbox inbox, InstantSource clock) throws IOException {
        var listener = new TrapListener(new DatagramSocket(settings.bind()), settings, inbox, clock);
        listener.receiver.start();
        listener.deliverer.start();
        return listener;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public TrapCounts counts() {
        return new TrapCounts(
                count(Count.RECEIVED),
                count(Count.STORED),
                count(Count.ANSWERED),
                count(Count.UNAVAILABLE),
                count(Count.MALFORMED),
                count(Count.TOO_LARGE),
                count(Count.FOREIGN),
                count(Count.UNMAPPED),
                count(Count.OVERFLOWED));
    }

    private void receive() {
        DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
        while (!socket.isClosed()) {
            try {
                packet.setLength(1 << 16);
                socket.receive(packet);
                add(Count.RECEIVED);
                arrived(
                        (InetSocketAddress) packet.getSocketAddress(),
                        Arrays.copyOf(packet.getData(), packet.getLength()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("SNMP port {}: {}; listening on", port(), e.toString());
                }
            }
        }
    }

    private void arrived(InetSocketAddress from, byte[] datagram) {
        if (datagram.length > LARGEST) {
            add(Count.TOO_LARGE);
            return;
        }
        Optional<Notification> decoded = decoded(datagram);
        if (decoded.isEmpty()) {
            add(Count.MALFORMED);
            return;
        }
        Notification notification = decoded.get();
        if (!listenedTo(notification.community().getValue())) {
            add(Count.FOREIGN);
            return;
        }
        Original original = new Original("application/snmp", datagram);
        Instant now = clock.instant();
        Optional<Signal> signal = traps.signal(from.getAddress(), notification, now);
        if (signal.isEmpty()) {
            add(Count.UNMAPPED);
            answer(from, notification);
        } else if (!waiting.offer(new Arrival(from, notification, signal.get(), original))) {
            add(Count.OVERFLOWED);
        }
    }

    /** The decoder is a library's and meets whatever is sent to an open port: any fault of it is the sender's. */
    private static Optional<Notification> decoded(byte[] datagram) {
        try {
            return Optional.of(Notification.decode(datagram));
        } catch (IOException | RuntimeException e) {
            LOG.debug("dropped a datagram of {} bytes: {}", datagram.length, e.toString());
            return Optional.empty();
        }
    }

    private boolean listenedTo(byte[] community) {
        boolean known = false;
        for (byte[] each : communities) {
            known |= MessageDigest.isEqual(each, community);
        }
        return known;
    }

    private void deliver() {
        try {
            while (!socket.isClosed()) {
                Arrival arrival = waiting.poll(1, TimeUnit.SECONDS);
                if (arrival != null) {
                    deliver(arrival);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("SNMP delivery ends");
        }
    }

    private void deliver(Arrival arrival) throws InterruptedException {
        while (true) {
            switch (offered(arrival.signal(), arrival.original())) {
                case Receipt.Accepted _ -> {
                    add(Count.STORED);
                    answer(arrival.from(), arrival.notification());
                    return;
                }
                case Receipt.Unavailable(Duration retryAfter) -> {
                    add(Count.UNAVAILABLE);
                    if (arrival.notification().wantsAnswer()
                            || closed.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        }
    }

    /** Whatever breaks behind the inbox must not end the only thread that delivers: it counts as not taken. */
    private Receipt offered(Signal signal, Original original) {
        try {
            return inbox.accept(signal, original);
        } catch (RuntimeException e) {
            LOG.error("signal {} of {} was not taken; it is offered again", signal.key(), signal.source(), e);
            return new Receipt.Unavailable(Duration.ofSeconds(1));
        }
    }

    private void answer(SocketAddress to, Notification notification) {
        if (!notification.wantsAnswer()) {
            return;
        }
        byte[] answer = notification.answer();
        try {
            socket.send(new DatagramPacket(answer, answer.length, to));
            add(Count.ANSWERED);
        } catch (IOException e) {
            LOG.warn("could not answer an INFORM of {}: {}; it will be sent again", to, e.toString());
        }
    }

    private void add(Count count) {
        counter(count).increment();
    }

    private long count(Count count) {
        return counter(count).sum();
    }

    private LongAdder counter(Count count) {
        return requireNonNull(counts.get(count));
    }

    /** Ends both threads; traps that wait are lost with the process. */
    @Override
    public void close() {
        closed.countDown();
        socket.close();
        deliverer.interrupt();
    }
}
