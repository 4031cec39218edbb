package tw.xuhang.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path scratch;

    @Test
    void aNewHomeIsClosedToOthers() throws IOException {
        Home home = new Home(scratch.resolve("deep/var"));
        home.make();
        assertThat(permissions(home.path())).isEqualTo("rwx------");
        assertThat(permissions(home.directory("keys"))).isEqualTo("rwx------");
    }

    @Test
    void aHomeThatIsThereStaysAsItsOwnerMadeIt() throws IOException {
        Path there = Files.createDirectory(
                scratch.resolve("there"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        new Home(there).make();
        assertThat(permissions(there)).isEqualTo("rwxr-x---");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
