package tw.xuhang.integration.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that goes wrong at a chosen place. Speaks just enough to be believed. */
final class NastyMailServer implements AutoCloseable {

    /** Where and how it goes wrong. */
    enum Nastiness {
        NONE,
        BUSY_AT_GREETING,
        LATER_AT_RECIPIENT,
        NEVER_AT_RECIPIENT,
        ONE_RECIPIENT_NEVER,
        LATER_AFTER_LETTER,
        NEVER_AFTER_LETTER,
        CUT_BEFORE_LETTER,
        CUT_AFTER_LETTER,
        SILENT_AFTER_LETTER,
        BYTE_BY_BYTE,
        SILENT
    }

    private final ServerSocket listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private volatile Nastiness nastiness;
    private final AtomicInteger letters = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();

    NastyMailServer(Nastiness nastiness) throws IOException {
        this.nastiness = nastiness;
        listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    void become(Nastiness other) {
        nastiness = other;
    }

    /** Letters read to their final dot. */
    int letters() {
        return letters.get();
    }

    int visits() {
        return visits.get();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                visits.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            converse(socket);
        } catch (IOException e) {
            // the other side gave up, as it should
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void converse(Socket socket) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (nastiness == Nastiness.SILENT) {
            closed.await();
            return;
        }
        say(socket, nastiness == Nastiness.BUSY_AT_GREETING ? "421 busy" : "220 nasty.test ESMTP");
        String line = in.readLine();
        while (line != null) {
            String answer = answer(line.toUpperCase(Locale.ROOT));
            if (answer.isEmpty()) {
                return;
            }
            say(socket, answer);
            if (answer.startsWith("354")) {
                letter(in);
                if (nastiness == Nastiness.CUT_AFTER_LETTER) {
                    return;
                }
                if (nastiness == Nastiness.SILENT_AFTER_LETTER) {
                    closed.await();
                }
                say(socket, afterLetter());
            }
            line = in.readLine();
        }
    }

    private String answer(String command) {
        if (command.startsWith("RCPT")) {
            return switch (nastiness) {
                case LATER_AT_RECIPIENT -> "450 4.2.0 greylisted";
                case NEVER_AT_RECIPIENT -> "550 5.1.1 no such user";
                case ONE_RECIPIENT_NEVER -> command.contains("GONE@") ? "550 5.1.1 no such user" : "250 ok";
                default -> "250 ok";
            };
        }
        if (command.equals("DATA")) {
            return nastiness == Nastiness.CUT_BEFORE_LETTER ? "" : "354 go on";
        }
        return command.startsWith("QUIT") ? "" : "250 ok";
    }

    private String afterLetter() {
        return switch (nastiness) {
            case LATER_AFTER_LETTER -> "451 4.3.0 disk full";
            case NEVER_AFTER_LETTER -> "554 5.7.1 spam";
            default -> "250 2.0.0 queued";
        };
    }

    private void letter(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (line != null) {
            letters.incrementAndGet();
        }
    }

    private void say(Socket socket, String text) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        for (byte each : (text + "\r\n").getBytes(StandardCharsets.UTF_8)) {
            out.write(each);
            if (nastiness == Nastiness.BYTE_BY_BYTE && closed.await(100, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        for (Socket socket : List.copyOf(connections)) {
            socket.close();
        }
    }
}
