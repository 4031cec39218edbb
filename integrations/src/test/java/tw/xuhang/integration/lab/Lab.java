package tw.xuhang.integration.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A lab of this test's own: torn down by {@link #down}, or with this process. */
public final class Lab {

    static final Path SCRIPTS = Path.of("..", "docker", "lab").toAbsolutePath().normalize();

    private final String name;

    private Lab(String name) {
        this.name = name;
    }

    /**
     * Skips the test, with the reason, where network namespaces cannot be made.
     *
     * @param name up to 8 lower-case letters, made unique by this process's id
     */
    public static Lab up(String name) throws IOException, InterruptedException {
        assumeTrue(
                run("unshare", "--net", "true") == 0,
                "needs the right to make network namespaces: run as root, or through docker/lab/enter");
        long owner = ProcessHandle.current().pid();
        Lab lab = new Lab(name + owner);
        lab.does("up", "--owner", Long.toString(owner));
        return lab;
    }

    /** The command that runs what follows it in a segment, e.g. {@code counter}. */
    public List<String> vantage(String segment) {
        return List.of("ip", "netns", "exec", name + "-" + segment);
    }

    public void cut(String line) throws IOException, InterruptedException {
        does("cut", line);
    }

    public void mend(String line) throws IOException, InterruptedException {
        does("mend", line);
    }

    /** Moves the office's default route as a person would. */
    public void carryOn(String device, String gateway) throws IOException, InterruptedException {
        does("exec", "router", "ip", "route", "replace", "default", "via", gateway, "dev", device);
    }

    public void down() throws IOException, InterruptedException {
        does("down");
    }

    private void does(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("env", "XUHANG_LAB=" + name, SCRIPTS.resolve("lab").toString()));
        command.addAll(List.of(words));
        if (run(command.toArray(String[]::new)) != 0) {
            throw new IOException("lab " + String.join(" ", words) + " failed");
        }
    }

    static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
