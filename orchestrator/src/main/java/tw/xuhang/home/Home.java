package tw.xuhang.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What lies where under {@code --home}. The path is absolute. */
public record Home(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> OURS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the home, closed to others, where it is missing; one that is there stays as its owner made it. */
    public void make() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        try {
            Files.createDirectory(path, OURS_ONLY);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    /** A directory for one purpose, e.g. {@code keys} or {@code checkpoints}; made, and closed to others, when missing. */
    public Path directory(String name) {
        Path directory = path.resolve(name);
        try {
            if (!Files.isDirectory(directory)) {
                make();
                Files.createDirectory(directory, OURS_ONLY);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }
}
