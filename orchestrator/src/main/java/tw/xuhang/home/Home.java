package tw.xuhang.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What lies where under {@code --home}. The path is absolute. */
public record Home(Path path) {

    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** A directory for one purpose, e.g. {@code keys} or {@code checkpoints}; made, and closed to others, when missing. */
    public Path directory(String name) {
        Path directory = path.resolve(name);
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(path);
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }
}
