package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.runbook.port.PlaybookInspector.Inspection;

/** A playbook is looked at by the real Ansible, and nothing of it is run. */
@Tag("slow")
final class AnsibleInspectorTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsAnsible() {
        assumeTrue(AnsibleFixture.installed(), "ansible-runner, flock or python3 is not installed");
    }

    @Test
    void aGoodPlaybookNamesItsMachinesAndTheyLetUsIn() throws Exception {
        assertThat(hosts("ok.yml").all()).containsExactly("here");
        assertThat(hosts("ok.yml").silent()).isEmpty();
    }

    @Test
    void aMachineThatDoesNotAnswerIsNamedAndTheOthersAreNot() throws Exception {
        Inspection.Hosts seen = hosts("partial.yml");

        assertThat(seen.all()).containsExactlyInAnyOrder("here", "dead");
        assertThat(seen.silent()).containsOnlyKeys("dead");
        assertThat(seen.silent().get("dead")).contains("UNREACHABLE");
    }

    @Test
    void aPlaybookThatAnsibleCannotReadSaysWhy() throws Exception {
        assertThat(inspect("syntax.yml"))
                .isInstanceOfSatisfying(
                        Inspection.Unreadable.class,
                        no -> assertThat(no.why()).contains("ERROR").contains("no_such_module_zz"));
    }

    @Test
    void aPlaybookForNobodyNamesNoMachine() throws Exception {
        assertThat(hosts("nobody.yml").all()).isEmpty();
    }

    @Test
    void whatIsNoPlaybookOfOursIsNotHandedToAnsible() throws Exception {
        assertThat(inspect("../../outside.yml")).isInstanceOf(Inspection.Unreadable.class);
        assertThat(inspect("missing.yml"))
                .isEqualTo(new Inspection.Unreadable("no playbook missing.yml in the project"));
    }

    private Inspection.Hosts hosts(String playbook) throws InterruptedException {
        return (Inspection.Hosts) inspect(playbook);
    }

    private Inspection inspect(String playbook) throws InterruptedException {
        Path project = AnsibleFixture.project();
        return new AnsibleInspector(AnsibleHome.of(project, project.resolve("hosts"), folder)).inspect(playbook);
    }
}
