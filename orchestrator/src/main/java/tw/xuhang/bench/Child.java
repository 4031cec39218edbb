package tw.xuhang.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tw.xuhang.Main;

/** A program run beside this one, with what it says in a file. Does not outlive an orderly end of this one. */
final class Child implements AutoCloseable {

    private static final Duration TO_END = Duration.ofSeconds(40);

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(List<String> command, Map<String, String> settings, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Child(process, log);
    }

    /** This Java with its options and class path, one more option, and a command of ours. */
    static List<String> xuhang(List<String> options, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(words);
        return command;
    }

    long pid() {
        return process.pid();
    }

    List<String> said() throws IOException {
        return Files.readAllLines(log);
    }

    /** @throws IOException it ended otherwise, or not in time; with its last line */
    String lastLineOfSuccess(Duration atMost) throws IOException, InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("not ended after " + atMost.toSeconds() + " s; see " + log);
        }
        List<String> lines = said();
        String last = lines.isEmpty() ? "" : lines.getLast();
        if (process.exitValue() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + last);
        }
        return last;
    }

    /** @throws IOException it has ended, or has not said it in time */
    void awaitLine(String beginning, Duration atMost) throws IOException, InterruptedException {
        long give = System.nanoTime() + atMost.toNanos();
        while (said().stream().noneMatch(line -> line.startsWith(beginning))) {
            if (!process.isAlive() || System.nanoTime() > give) {
                throw new IOException("never said '" + beginning + "'; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
