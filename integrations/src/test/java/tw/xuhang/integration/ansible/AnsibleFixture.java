package tw.xuhang.integration.ansible;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import tw.xuhang.integration.ansible.AnsibleHome.Limits;

/** A home for runs of the test project, and the marks they leave. */
record AnsibleFixture(Path folder) {

    static final Limits QUICK = new Limits(Duration.ofSeconds(2), 5_000, 1_000_000, 32L << 20, 0, 0);

    static boolean installed() {
        return home(Path.of("work")).missing().isEmpty();
    }

    static Path project() {
        try {
            return Path.of(Objects.requireNonNull(AnsibleFixture.class.getResource("project"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AnsibleHome home(Path workdir) {
        return AnsibleHome.of(project(), project().resolve("hosts"), workdir).with(QUICK);
    }

    AnsibleHome home() {
        return home(folder.resolve("work"));
    }

    AnsiblePlaybooks playbooks() {
        return new AnsiblePlaybooks(home(), UnaryOperator.identity(), System::nanoTime);
    }

    Claim claim(String ident) {
        return new Claim(home().workdir(), ident);
    }

    Path marker(String ident) {
        return folder.resolve("marker-" + ident);
    }

    Map<String, Object> variables(String ident) {
        return Map.of("marker", marker(ident).toString());
    }

    List<String> marks(String ident) {
        return lines(marker(ident));
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release(String ident) {
        try {
            Files.createFile(Path.of(marker(ident) + ".release"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id in a file that a playbook writes, once it is there. */
    static long pid(Path file) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !lines(file).isEmpty());
        return Long.parseLong(lines(file).getFirst());
    }

    /** The one living process of the attempt whose command line holds this word. */
    ProcessHandle process(String ident, String word) {
        return new ProcessTree(claim(ident))
                .everything().stream()
                        .filter(process -> commandLine(process).contains(word))
                        .findFirst()
                        .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    static void kill(ProcessHandle process) {
        signal("KILL", process);
    }

    /** As a terminal or a supervisor does it that knows no mercy. */
    static void killGroup(long leader) {
        run("kill", "-KILL", "--", "-" + leader);
    }

    static void signal(String name, ProcessHandle process) {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
