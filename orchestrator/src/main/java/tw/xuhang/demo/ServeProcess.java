package tw.xuhang.demo;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tw.xuhang.Main;

/** The service as a process of its own: the same Java, class path and options as ours. */
final class ServeProcess implements Closeable {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final long SECONDS_TO_STOP = 40;
    private static final int TAIL = 15;

    private final Process process;
    private final URI address;
    private final Path log;

    private ServeProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** @param settings variables of its environment, beside ours */
    static ServeProcess start(Path home, int port, Map<String, String> settings, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(home, port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ServeProcess(process, URI.create("http://127.0.0.1:" + port), log);
    }

    URI address() {
        return address;
    }

    /** @throws IOException it ended, or is not ready in time; with the last lines of its log */
    void awaitReady() throws IOException, InterruptedException {
        long give = System.nanoTime() + TO_START.toNanos();
        try (Browser browser = new Browser(address)) {
            while (!ready(browser)) {
                if (!process.isAlive()) {
                    throw new IOException("the service ended with " + process.exitValue() + ":\n" + tail());
                }
                if (System.nanoTime() > give) {
                    throw new IOException("the service was not ready in " + TO_START.toMinutes() + " min:\n" + tail());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** What its log says about its end: the reason where it gave one, else the last lines. */
    String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> reasons = lines.stream().filter(ServeProcess::isReason).toList();
        return String.join(
                "\n", reasons.isEmpty() ? lines.subList(Math.max(0, lines.size() - TAIL), lines.size()) : reasons);
    }

    private static boolean isReason(String line) {
        return line.startsWith("cannot start") || line.startsWith("無法啟動");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ready(Browser browser) throws InterruptedException {
        try {
            return browser.data("/health/readiness").ok();
        } catch (IOException e) {
            return false;
        }
    }

    /** It gets a TERM from the kernel when the thread that starts it, our main thread, ends, even by kill -9. */
    private static List<String> command(Path home, int port) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            command.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
        }
        command.addAll(java());
        command.addAll(List.of(Main.class.getName(), "serve", "--home", home.toString()));
        command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
        return command;
    }

    /** This Java with its options and class path. */
    static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }
}
