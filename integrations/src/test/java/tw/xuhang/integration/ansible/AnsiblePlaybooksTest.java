package tw.xuhang.integration.ansible;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.runbook.port.Playbooks;

@Tag("slow")
final class AnsiblePlaybooksTest extends PlaybooksContract {

    @TempDir
    Path folder;

    private AnsibleFixture fixture = new AnsibleFixture(Path.of("/"));

    @BeforeEach
    void needsAnsibleRunner() {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
        fixture = new AnsibleFixture(folder);
    }

    /** A new one each time: nothing may depend on what one object remembers. */
    @Override
    Playbooks playbooks() {
        return fixture.playbooks();
    }

    @Override
    Map<String, Object> variables(String ident) {
        return fixture.variables(ident);
    }

    @Override
    int marks(String ident) {
        return fixture.marks(ident).size();
    }

    @Override
    void release(String ident) {
        fixture.release(ident);
    }

    @Override
    void crash(String ident) {
        AnsibleFixture.kill(fixture.process(ident, "--ident"));
    }

    @Override
    Duration shortLimit() {
        return Duration.ofSeconds(4);
    }
}
