package tw.xuhang.integration.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Keeps the work folder from growing for ever: events and output go, claims stay. */
record Pruning(Path workdir) {

    private static final Set<String> KEPT = Set.of("started", "pruned");

    int prune(Instant before) {
        int count = 0;
        for (Path folder : list(workdir.resolve("artifacts"))) {
            var claim = new Claim(workdir, folder.getFileName().toString());
            if (claim.ended().isPresent() && endedBefore(folder, before)) {
                empty(claim);
                count++;
            }
        }
        return count;
    }

    private static void empty(Claim claim) {
        try {
            claim.mark("pruned", "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remove(claim.run());
        list(claim.folder()).stream()
                .filter(file -> !KEPT.contains(file.getFileName().toString()))
                .forEach(Pruning::remove);
    }

    private static boolean endedBefore(Path folder, Instant before) {
        try {
            return Files.getLastModifiedTime(folder.resolve("ended"))
                    .toInstant()
                    .isBefore(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or a folder with all in it; links are not followed. */
    static void remove(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
