package tw.xuhang.integration.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LabTest {

    private static final String LAB = Lab.SCRIPTS.resolve("lab").toString();
    private static final String NOBODY = "65534";

    @BeforeAll
    static void needsNamespaces() throws Exception {
        assumeTrue(
                Lab.run("unshare", "--net", "true") == 0,
                "needs the right to make network namespaces: run as root, or through docker/lab/enter");
    }

    /** Outage, shares of the shaped line, a second run that changes nothing, refusals: the script judges them. */
    @Test
    void theOfficeMovesToTheBackupAndBackByThePlaybooks() throws Exception {
        assertThat(Lab.run(Lab.SCRIPTS.resolve("try-failover").toString())).isZero();
    }

    @Test
    void aLabEndsWithItsOwnerAlsoByKill9() throws Exception {
        String name = "owned" + ProcessHandle.current().pid();
        Path counter = Path.of("/run/netns", name + "-counter");
        Process owner = new ProcessBuilder("sleep", "300").start();
        try {
            assertThat(Lab.run("env", "XUHANG_LAB=" + name, LAB, "up", "--owner", Long.toString(owner.pid())))
                    .isZero();
            assertThat(counter).exists();
        } finally {
            owner.destroyForcibly();
        }
        await().until(() -> Files.notExists(counter));
    }

    @Test
    void anOrdinaryUserGetsALabToo() throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        assumeTrue(runs(command, "test", "-x", LAB), "this checkout is closed to other users");
        assumeTrue(runs(command, "unshare", "-Urm", "true"), "the kernel refuses user namespaces");
        String inside = LAB + " up --owner $$ && " + LAB + " exec counter curl -sS -m 5 http://203.0.113.130:8084/";
        assertThat(runs(command, Lab.SCRIPTS.resolve("enter").toString(), "sh", "-c", inside))
                .isTrue();
    }

    private static boolean runs(List<String> as, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(words));
        return Lab.run(command.toArray(String[]::new)) == 0;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
