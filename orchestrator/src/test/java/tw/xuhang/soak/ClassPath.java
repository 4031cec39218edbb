package tw.xuhang.soak;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import tw.xuhang.database.Address;

/**
 * What the nodes are run from. For many lives it is made of jars alone, and what a first life has read and linked is
 * kept for the others, which then start in half the time: so that more of them die at work and not on the way to it.
 */
record ClassPath(String entries, List<String> options) {

    private static final Duration TRAINING = Duration.ofSeconds(8);
    private static final long TO_END_SECONDS = 60;

    /** This process's own. */
    static ClassPath plain() {
        return new ClassPath(System.getProperty("java.class.path"), List.of());
    }

    static ClassPath trained(Path folder, Address database) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (entry.isEmpty()) {
                continue;
            }
            if (Files.isDirectory(path)) {
                entries.add(jar(path, folder.resolve("part-" + entries.size() + ".jar"))
                        .toString());
            } else if (Files.exists(path)) {
                entries.add(entry);
            }
        }
        String path = String.join(File.pathSeparator, entries);
        Path cache = folder.resolve("nodes.aot");
        var first = new ClassPath(path, List.of("-XX:AOTCacheOutput=" + cache));
        var settings = new SoakNode.Settings("trainee", 0, folder.resolve("shore"), 2, Plant.NONE, 0);
        try (Life life = Life.begin(settings, first, database, folder.resolve("training.log"))) {
            Time.pass(TRAINING);
            life.end(TO_END_SECONDS);
        }
        return Files.exists(cache)
                ? new ClassPath(path, List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"))
                : new ClassPath(path, List.of());
    }

    private static Path jar(Path directory, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new JarOutputStream(out);
                var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new JarEntry(directory.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
