package tw.xuhang.wiring;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import tw.xuhang.home.Home;

/** The Ansible project: the office's own folder where one is configured, else the shipped one, laid out in the home. */
@Singleton
final class PlaybookFiles {

    private final Path project;

    PlaybookFiles(Home home, @Value("${xuhang.playbooks:}") String folder) {
        if (!folder.isEmpty()) {
            project = Path.of(folder);
            return;
        }
        project = home.path().resolve("playbooks");
        try {
            layOut(project);
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException("cannot lay out the playbooks in " + project, new IOException(e));
        }
    }

    Path project() {
        return project;
    }

    /** Written anew at each start, so that a new release brings its own. */
    private static void layOut(Path target) throws IOException, URISyntaxException {
        URL shipped = PlaybookFiles.class.getClassLoader().getResource("playbooks/ansible.cfg");
        if (shipped == null) {
            throw new IOException("the playbooks are not in this build");
        }
        URI uri = shipped.toURI();
        if (uri.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.<String, Object>of())) {
                copy(jar.getPath("playbooks"), target);
            }
        } else {
            copy(Path.of(uri).resolveSibling(""), target);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
