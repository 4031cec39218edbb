package tw.xuhang.integration.ansible;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tw.xuhang.runbook.port.Playbooks.Order;

/** Starts attempts. What it starts shares nothing with this process: no pipe, no session, no environment. */
final class Launcher {

    private static final FileAttribute<Set<PosixFilePermission>> OURS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OUR_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final JsonMapper MAPPER = new JsonMapper();

    private final AnsibleHome home;
    private final Path script;

    /** Makes the folders and puts the launcher's script into them. */
    Launcher(AnsibleHome home) {
        this.home = home;
        this.script = home.workdir().resolve("launch.py");
        try {
            for (String folder : List.of("artifacts", "runs", "locks", "incoming")) {
                Files.createDirectories(home.workdir().resolve(folder), OURS_ONLY);
            }
            install();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A launch on its way: the process, and the folder that is gone once it holds the claim. */
    record Launch(Process process, Path incoming) {

        boolean holdsClaim() {
            return !Files.exists(incoming);
        }

        String complaint() {
            try {
                return OneLine.of(Files.readString(incoming.resolve("err")), 300);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /** @throws IOException nothing was started */
    Launch launch(Order order) throws IOException {
        long free = Files.getFileStore(home.workdir()).getUsableSpace();
        if (free < home.limits().room()) {
            throw new IOException("only " + free / 1024 + " KiB are free on the disk of " + home.workdir());
        }
        Path incoming = Files.createTempDirectory(home.workdir().resolve("incoming"), order.ident() + "-", OURS_ONLY);
        try {
            return launch(order, incoming);
        } catch (IOException e) {
            Pruning.remove(incoming);
            throw e;
        }
    }

    private Launch launch(Order order, Path incoming) throws IOException {
        Files.createDirectory(incoming.resolve("env"), OURS_ONLY);
        write(incoming.resolve("env/extravars"), Variables.json(order.variables()));
        // Only how often ansible-runner looks whether it should stop; limits are the launcher's.
        write(incoming.resolve("env/settings"), Map.of("pexpect_timeout", 1));
        write(incoming.resolve("order.json"), order(order));
        var command = new ProcessBuilder(
                        home.tool("python3").toString(),
                        "-I",
                        "-S",
                        script.toString(),
                        home.workdir().toString(),
                        order.ident(),
                        incoming.toString())
                .directory(home.workdir().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(incoming.resolve("out").toFile())
                .redirectError(incoming.resolve("err").toFile());
        command.environment().clear();
        command.environment().put("PATH", home.path());
        command.environment().put("HOME", home.userHome().toString());
        command.environment().put("LANG", "C.UTF-8");
        command.environment()
                .put(
                        ProcessTree.VARIABLE,
                        new Claim(home.workdir(), order.ident()).folder().toString());
        return new Launch(command.start(), incoming);
    }

    /** Removes what a refused launch left, above all its variables. */
    void forget(Launch launch) {
        Pruning.remove(launch.incoming());
    }

    /** Removes the variables of an attempt that is over; they may hold secrets. */
    void forgetVariables(Claim claim) {
        Pruning.remove(claim.run().resolve("env"));
    }

    private Map<String, Object> order(Order order) {
        return Map.of(
                "playbook", order.playbook(),
                "project", home.project().toString(),
                "inventory", home.inventory().toString(),
                "check", order.check(),
                "idle", seconds(order.idle()),
                "total", seconds(order.total()),
                "grace", seconds(home.limits().grace()),
                "output", home.limits().output(),
                "memory", home.limits().memory());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private void install() throws IOException {
        Path staging = Files.createTempFile(home.workdir(), "launch", ".new", OURS_ONLY);
        try (InputStream source = Objects.requireNonNull(
                Launcher.class.getResourceAsStream("launch.py"), "launch.py is not in the jar")) {
            Files.write(staging, source.readAllBytes());
        }
        Files.move(staging, script, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, Object content) throws IOException {
        Files.createFile(file, OUR_FILE);
        Files.write(file, MAPPER.writeValueAsBytes(content));
    }
}
