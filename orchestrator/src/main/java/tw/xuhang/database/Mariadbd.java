package tw.xuhang.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One run of mariadbd. It stands in a session of its own, so that Ctrl-C in a terminal does not hit it, and its
 * watcher holds the other end of a pipe: when this JVM is gone, even by kill -9, the pipe breaks and mariadbd is
 * told to stop.
 */
final class Mariadbd {

    private static final String WATCHER = "exec 3<&0; \"$@\" 3<&- & p=$!; "
            + "(cat <&3 >/dev/null; kill -TERM $p 2>/dev/null) & c=$!; "
            + "wait $p; r=$?; kill $c 2>/dev/null; exit $r";

    private final Process watcher;
    private final int port;

    private Mariadbd(Process watcher, int port) {
        this.watcher = watcher;
        this.port = port;
    }

    static Mariadbd start(Binaries binaries, Path db, int port, Path init) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", WATCHER, "xuhang-mariadbd"));
        command.addAll(arguments(binaries, db, port, init));
        File log = db.resolve("mariadbd.log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(db.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return new Mariadbd(process, port);
    }

    private static List<String> arguments(Binaries binaries, Path db, int port, Path init) {
        List<String> all = new ArrayList<>();
        all.add(binaries.daemon().toString());
        all.add("--no-defaults");
        binaries.base().ifPresent(base -> all.add("--basedir=" + base));
        all.addAll(List.of(
                "--datadir=" + db.resolve("data"),
                "--tmpdir=" + db.resolve("tmp"),
                // Relative to the data directory: a socket's absolute path must not exceed 107 bytes.
                "--socket=mariadbd.sock",
                "--pid-file=" + db.resolve("mariadbd.pid"),
                "--init-file=" + init,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // Making keys at boot costs 7 to 11 s, and loopback needs none.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-lock-wait-timeout=3",
                "--idle-write-transaction-timeout=3",
                "--innodb-buffer-pool-size=64M",
                "--max-allowed-packet=64M",
                "--max-connections=100",
                "--skip-log-bin"));
        if ("root".equals(System.getProperty("user.name"))) {
            all.add("--user=root");
        }
        return all;
    }

    /** Waits until it greets. Being alive and listening is not enough: the init file must have run. */
    void awaitGreeting(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!greets()) {
            if (!watcher.isAlive()) {
                throw new IOException("mariadbd ended with status " + watcher.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("mariadbd did not answer within " + patience.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean greets() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    CompletableFuture<Process> onExit() {
        return watcher.onExit();
    }

    /** Tells it to stop cleanly by closing the pipe. */
    void stop(Duration patience) throws IOException, InterruptedException {
        watcher.getOutputStream().close();
        if (!watcher.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            watcher.destroyForcibly();
        }
    }
}
