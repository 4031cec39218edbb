package tw.xuhang.integration.ansible;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A machine of its own with nothing but sshd and Python, in a container; and the key that opens it. */
final class FarMachine implements AutoCloseable {

    private static final String KEY = "/etc/ssh/ssh_host_ed25519_key.pub";

    private final Path folder;
    private final GenericContainer<?> container;

    /** @param folder for keys, known hosts, inventory and what runs leave */
    FarMachine(Path folder) throws IOException, InterruptedException {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers");
        this.folder = folder;
        make("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key().toString());
        container = new GenericContainer<>("xuhang/target:1")
                .withEnv(
                        "AUTHORIZED_KEY",
                        Files.readString(Path.of(key() + ".pub")).strip())
                .withExposedPorts(22)
                .waitingFor(Wait.forLogMessage(".*Server listening on.*", 1));
        container.start();
        knows(said("cat", KEY));
        Files.writeString(
                inventory(),
                "far ansible_host=127.0.0.1 ansible_port=" + container.getMappedPort(22)
                        + " ansible_user=root ansible_ssh_private_key_file=" + key()
                        + " ansible_ssh_common_args='-o UserKnownHostsFile=" + knownHosts() + "'\n");
    }

    /** Writes down which host key the machine is believed to have. */
    void knows(String hostKey) throws IOException {
        Files.writeString(knownHosts(), "[127.0.0.1]:" + container.getMappedPort(22) + " " + hostKey);
    }

    AnsiblePlaybooks playbooks() {
        AnsibleHome home = AnsibleHome.of(AnsibleFixture.project(), inventory(), folder.resolve("work"));
        return new AnsiblePlaybooks(home.with(AnsibleFixture.QUICK), UnaryOperator.identity(), System::nanoTime);
    }

    /** What the playbook really did there. */
    String marks() throws IOException, InterruptedException {
        return said("sh", "-c", "cat /var/tmp/marks 2>/dev/null || true");
    }

    /** As when the power goes. */
    void dies() throws IOException, InterruptedException {
        make("docker", "kill", container.getContainerId());
    }

    @Override
    public void close() {
        container.close();
    }

    private String said(String... command) throws IOException, InterruptedException {
        return container.execInContainer(command).getStdout();
    }

    private static void make(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private Path key() {
        return folder.resolve("key");
    }

    private Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    private Path inventory() {
        return folder.resolve("inventory");
    }
}
