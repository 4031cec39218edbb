package tw.xuhang.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of one embedded database: data, password, port, socket and log, all in one directory. */
final class Installation {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String USER = "xuhang";
    private static final String SCHEMA = "xuhang";
    private static final long LOG_LIMIT = 10_000_000;

    private final Path db;
    private @Nullable Binaries binaries;
    private int port;
    private String password = "";

    Installation(Path db) {
        this.db = db;
    }

    Path db() {
        return db;
    }

    int port() {
        return port;
    }

    Binaries binaries() {
        if (binaries == null) {
            throw new IllegalStateException("not prepared");
        }
        return binaries;
    }

    static Optional<Address> known(Path db) {
        try {
            Installation there = new Installation(db);
            there.port = Integer.parseInt(Files.readString(db.resolve("port")).strip());
            there.password = Files.readString(db.resolve("password")).strip();
            return Optional.of(there.address());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseFailed("cannot read " + db + ": " + e.getMessage(), e);
        }
    }

    Address address() {
        return new Address("jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA + "?sslMode=disable", USER, password);
    }

    /** Unpacks and bootstraps what is missing; what an interrupted set-up left half done is done again. */
    void prepare() throws IOException, InterruptedException {
        Files.createDirectories(db.resolve("tmp"));
        binaries = Binaries.find(db);
        password = secret(db.resolve("password"));
        rotateLog();
        Predecessor.awaitGone(db, Duration.ofSeconds(10));
        bootstrap(binaries);
        port = choosePort();
    }

    private void bootstrap(Binaries from) throws IOException, InterruptedException {
        Path data = db.resolve("data");
        if (Files.isDirectory(data)) {
            return;
        }
        Path fresh = db.resolve("data.new");
        delete(fresh);
        Files.createDirectory(fresh);
        List<String> command = new ArrayList<>(List.of(from.installer().toString(), "--no-defaults"));
        from.base().ifPresent(base -> command.add("--basedir=" + base));
        command.addAll(List.of(
                "--datadir=" + fresh,
                "--tmpdir=" + db.resolve("tmp"),
                "--skip-name-resolve",
                "--force",
                "--skip-test-db",
                "--auth-root-authentication-method=socket"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        run(command);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed: " + said);
        }
    }

    /** The statements that mariadbd runs before it listens: root is reachable by socket only, so ours is made here. */
    Path writeInit() throws IOException {
        Path init = db.resolve("init.sql");
        Files.deleteIfExists(init);
        Files.createFile(init, OWNER_ONLY);
        Files.writeString(init, """
                CREATE DATABASE IF NOT EXISTS %1$s;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON `%1$s%%`.* TO '%2$s'@'127.0.0.1';
                """.formatted(SCHEMA, USER, password));
        return init;
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNER_ONLY);
            Files.writeString(fresh, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** The same as last time where that is free, so that an operator's notes stay true. */
    private int choosePort() throws IOException {
        Path file = db.resolve("port");
        int last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        try {
            return remember(file, free(last));
        } catch (IOException e) {
            return remember(file, free(0));
        }
    }

    private static int remember(Path file, int chosen) throws IOException {
        Files.writeString(file, chosen + "\n");
        return chosen;
    }

    private static int free(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        }
    }

    private void rotateLog() throws IOException {
        Path log = db.resolve("mariadbd.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, db.resolve("mariadbd.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> walk = Files.walk(tree)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
