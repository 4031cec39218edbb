package tw.xuhang.integration.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ordinary user on a kernel that gives out no namespaces: told why, and the one line to run. */
@Tag("slow")
class LabRefusalTest {

    /** A user namespace in which nobody may make another one, and in it a user without rights. */
    private static final String ORDINARY_USER = """
            mkfifo "$1/go"
            unshare -U --keep-caps sh -c 'read go <"$1/go"; echo 0 >/proc/sys/user/max_user_namespaces
              exec setpriv --reuid 5000 --regid 5000 --clear-groups --inh-caps -all --ambient-caps -all "$2" true' x "$1" "$2" &
            child=$!
            until echo "0 0 65536" >/proc/$child/uid_map; do :; done 2>/dev/null
            echo "0 0 65536" >/proc/$child/gid_map
            echo go >"$1/go"
            wait $child
            """;

    @TempDir
    private Path folder;

    @Test
    void anOrdinaryUserWithoutNamespacesIsToldWhyAndWhatToRun() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root to take rights away");
        assumeTrue(Lab.run("setpriv", "--reuid", "5000", "test", "-x", enter()) == 0, "closed to other users");
        assumeTrue(Lab.run("unshare", "-U", "true") == 0, "the kernel refuses user namespaces to root too");
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder("bash", "-c", ORDINARY_USER, "x", folder.toString(), enter())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(said)).isEqualTo(1);
        assertThat(Files.readString(said))
                .contains("這台主機不讓一般使用者建立網路實驗室", "does not let an ordinary user build the network lab")
                .contains("sudo sysctl -w user.max_user_namespaces=10000");
    }

    private static String enter() {
        return Lab.SCRIPTS.resolve("enter").toString();
    }
}
