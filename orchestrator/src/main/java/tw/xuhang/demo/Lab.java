package tw.xuhang.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The network lab of this run, by its own script. It ends with its owner, however that ends. */
final class Lab implements Closeable {

    private static final long LONGEST_SECONDS = 60;

    private final Path script;
    private final String prefix;
    private final Path notes;

    /**
     * @param script {@code docker/lab/lab}
     * @param prefix name of the lab, 1 to 16 small letters and digits
     * @param notes folder for what the script says
     */
    Lab(Path script, String prefix, Path notes) {
        this.script = script;
        this.prefix = prefix;
        this.notes = notes;
    }

    /** The folder of the lab's scripts in the first of these directories, or above one of them. */
    static Optional<Path> scripts(List<Path> from) {
        for (Path start : from) {
            for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
                if (Files.isExecutable(at.resolve("docker/lab/lab"))) {
                    return Optional.of(at.resolve("docker/lab"));
                }
            }
        }
        return Optional.empty();
    }

    String prefix() {
        return prefix;
    }

    void up(long owner) throws IOException, InterruptedException {
        does("up", "--owner", Long.toString(owner));
    }

    void cut(String line) throws IOException, InterruptedException {
        does("cut", line);
    }

    void mend(String line) throws IOException, InterruptedException {
        does("mend", line);
    }

    /** Pings the internet from the counter every 100 ms until it is destroyed. */
    Process pings(Path file) throws IOException {
        return started(List.of("ping-log", file.toString()));
    }

    /** Tears it down; where that fails its guard does it when this process has ended. */
    @Override
    public void close() throws IOException {
        try {
            does("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void does(String... words) throws IOException, InterruptedException {
        Process process = started(List.of(words));
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("lab " + String.join(" ", words) + " took longer than " + LONGEST_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("lab " + String.join(" ", words) + ": "
                    + Files.readString(log(words[0])).strip());
        }
    }

    /** Into a file, not a pipe: what the lab leaves running would hold the pipe open. */
    private Process started(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(words.getFirst()).toFile());
        builder.environment().put("XUHANG_LAB", prefix);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Path log(String word) {
        return notes.resolve("lab-" + word + ".log");
    }
}
