package tw.xuhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the text of the sources shows, over all modules. */
final class SourcesTest {
    private static final int HARD_STOP = 400;
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(");

    @Test
    void noFileIsLongerThanTheHardStop() throws IOException {
        assertThat(sources("").filter(file -> lines(file).size() > HARD_STOP)).isEmpty();
    }

    @Test
    void testsAwaitEventsInsteadOfSleeping() throws IOException {
        assertThat(sources("src/test").filter(SourcesTest::sleeps)).isEmpty();
    }

    private static Stream<Path> sources(String under) throws IOException {
        var root = Path.of("..").toAbsolutePath().normalize();
        var found = Stream.<Path>empty();
        for (var module : List.of("runbooks", "integrations", "orchestrator")) {
            try (var files = Files.walk(root.resolve(module))) {
                var java = files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.startsWith(root.resolve(module).resolve("target")))
                        .filter(file -> file.toString().contains(under))
                        .toList();
                found = Stream.concat(found, java.stream());
            }
        }
        return found;
    }

    private static boolean sleeps(Path file) {
        return !file.endsWith("SourcesTest.java")
                && lines(file).stream().anyMatch(line -> SLEEP.matcher(line).find());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
