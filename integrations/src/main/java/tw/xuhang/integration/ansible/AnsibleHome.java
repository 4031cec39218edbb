package tw.xuhang.integration.ansible;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where playbooks are, and where their runs leave what they wrote.
 *
 * @param project folder of the playbooks and their {@code ansible.cfg}; only read
 * @param inventory file or folder
 * @param workdir claims, events and output of all attempts; what was proven there counts there only (R3)
 * @param userHome {@code HOME} of the runs: where ssh finds its keys and known hosts
 * @param path {@code PATH} of the runs, also where python3 and ansible-runner are looked for
 */
public record AnsibleHome(Path project, Path inventory, Path workdir, Path userHome, String path, Limits limits) {

    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public AnsibleHome {
        project = requireNonNull(project, "project is null").toAbsolutePath().normalize();
        inventory =
                requireNonNull(inventory, "inventory is null").toAbsolutePath().normalize();
        workdir = requireNonNull(workdir, "workdir is null").toAbsolutePath().normalize();
        userHome = requireNonNull(userHome, "userHome is null").toAbsolutePath().normalize();
        requireNonNull(path, "path is null");
        requireNonNull(limits, "limits is null");
    }

    public static AnsibleHome of(Path project, Path inventory, Path workdir) {
        return new AnsibleHome(project, inventory, workdir, homeOfUser(), SYSTEM_PATH, Limits.usual());
    }

    /** The environment's, as ssh has it: inside a user namespace the password file says root's. */
    private static Path homeOfUser() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** What runs need of this machine and is not on their {@code PATH}; empty where playbooks can run. */
    public List<String> missing() {
        return Stream.of("python3", "ansible-runner", "ansible-playbook", "flock")
                .filter(name -> find(name).isEmpty())
                .toList();
    }

    Path tool(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException("no " + name + " in " + path));
    }

    private Optional<Path> find(String name) {
        return Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public AnsibleHome with(Limits other) {
        return new AnsibleHome(project, inventory, workdir, userHome, path, other);
    }

    /**
     * What one attempt may use at most.
     *
     * @param grace between TERM and KILL
     * @param lines handed on to the log; what comes after is counted, not kept
     * @param characters the same, in characters
     * @param output bytes that ansible-runner may write before the attempt is ended
     * @param memory bytes of data one process may allocate; 0: half of the machine's memory
     * @param room bytes that must be free on the disk of the work folder; with less nothing is started
     */
    public record Limits(Duration grace, int lines, long characters, long output, long memory, long room) {

        public Limits {
            if (grace.isNegative() || lines < 1 || characters < 1 || output < 1 || memory < 0 || room < 0) {
                throw new IllegalArgumentException(
                        "a limit is not positive: grace " + grace + ", lines " + lines + ", characters " + characters
                                + ", output " + output + ", memory " + memory + ", room " + room);
            }
        }

        public static Limits usual() {
            return new Limits(Duration.ofSeconds(5), 5_000, 1_000_000, 64L << 20, 0, 16L << 20);
        }
    }
}
