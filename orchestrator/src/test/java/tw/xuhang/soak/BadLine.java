package tw.xuhang.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tw.xuhang.database.Address;

/**
 * Stands between the nodes and their database, and is a bad line: at moments of chance it holds everything up, cuts all
 * connections at once, or closes one side of some, in the middle of whatever is on its way.
 */
final class BadLine implements AutoCloseable {

    private static final int CHUNK = 4096;
    private static final int LONGEST_QUIET_MS = 1500;
    private static final int LONGEST_STALL_MS = 4000;

    private final ServerSocket door;
    private final int to;
    private final Random random;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final AtomicInteger troubles = new AtomicInteger();
    private volatile long stalledUntil;
    private volatile boolean calm;

    private record Pair(Socket client, Socket server) {
        void cut() {
            close(client);
            close(server);
        }
    }

    BadLine(int to, long seed) throws IOException {
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.to = to;
        this.random = new Random(seed);
        this.stalledUntil = System.nanoTime();
        Thread.ofVirtual().name("line").start(this::accept);
        Thread.ofPlatform().name("trouble").daemon().start(this::trouble);
    }

    static BadLine before(Address database, long seed) throws IOException {
        String port = database.url().replaceAll(".*:(\\d+)/.*", "$1");
        return new BadLine(Integer.parseInt(port), seed);
    }

    Address address(Address database) {
        return new Address(
                database.url().replaceAll(":\\d+/", ":" + door.getLocalPort() + "/"),
                database.user(),
                database.password());
    }

    /** From here on it is a good line. */
    void calmDown() {
        calm = true;
    }

    int troubles() {
        return troubles.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                var pair = new Pair(client, new Socket(InetAddress.getLoopbackAddress(), to));
                pairs.add(pair);
                Thread.ofVirtual().start(() -> pump(pair, pair.client(), pair.server()));
                Thread.ofVirtual().start(() -> pump(pair, pair.server(), pair.client()));
            } catch (IOException e) {
                // The door was closed, or the database is not there: whoever knocked sees it.
                assert door.isClosed() || e.getMessage() != null;
            }
        }
    }

    private void pump(Pair pair, Socket from, Socket into) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read; (read = from.getInputStream().read(chunk)) >= 0; ) {
                while (System.nanoTime() < stalledUntil) {
                    Time.pass(5);
                }
                into.getOutputStream().write(chunk, 0, read);
                into.getOutputStream().flush();
            }
        } catch (IOException e) {
            // Cut by us, or by whoever was killed.
            assert e.getMessage() != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pairs.remove(pair);
            pair.cut();
        }
    }

    private void trouble() {
        try {
            while (!door.isClosed() && !calm) {
                Time.pass(random.nextInt(LONGEST_QUIET_MS));
                troubles.incrementAndGet();
                switch (random.nextInt(4)) {
                    case 0 -> stalledUntil = System.nanoTime() + random.nextInt(LONGEST_STALL_MS) * 1_000_000L;
                    case 1 -> pairs.forEach(Pair::cut);
                    case 2 -> some().forEach(pair -> half(pair.client()));
                    default -> some().forEach(pair -> half(pair.server()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pair> some() {
        return pairs.stream().filter(pair -> random.nextInt(3) == 0).toList();
    }

    private static void half(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed, which is all that was wanted.
            assert socket.isClosed();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        pairs.forEach(Pair::cut);
    }
}
