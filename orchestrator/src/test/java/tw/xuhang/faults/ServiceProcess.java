package tw.xuhang.faults;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tw.xuhang.Main;

/** One life of the service: a Java process of its own with its own MariaDB, as {@code ./xuhang serve} starts it. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(90);
    static final int KILLED = 137;

    private final Process process;
    private final URI address;
    private final Path log;
    private List<ProcessHandle> children = List.of();

    private ServiceProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    static ServiceProcess start(Path home, int port, Map<String, String> settings, Path log) throws IOException {
        return start(home, port, settings, Map.of(), log);
    }

    /** @param environment e.g. which database others run for it */
    static ServiceProcess start(
            Path home, int port, Map<String, String> settings, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(Main.class.getName(), "serve", "--home", home.toString(), "--port", "" + port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("XUHANG_"));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    }

    URI address() {
        return address;
    }

    /** It may also die before it is ready: then it is for the caller to see. */
    void awaitReady() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await()
                    .atMost(TO_START)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !process.isAlive() || ready(client));
        }
        children = process.toHandle().children().toList();
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        try {
            HttpRequest question = HttpRequest.newBuilder(address.resolve("/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, to this one process. */
    void kill() {
        process.destroyForcibly();
    }

    int awaitDeath() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service does not die");
        }
        return process.exitValue();
    }

    /** By SIGTERM, as an operator does it; its database stops with it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service does not stop");
        }
    }

    String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** Leaves nothing behind, also not the database of one that was killed. */
    @Override
    public void close() {
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
