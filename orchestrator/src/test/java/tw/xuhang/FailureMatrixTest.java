package tw.xuhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A row that names a test must not outlive it. */
final class FailureMatrixTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract))(?:#(\\w+))?`");

    @Test
    void everyTestThatARowNamesExists() throws IOException {
        Map<String, String> tests = tests();
        List<String> gone = new ArrayList<>();
        NAMED.matcher(matrix()).results().forEach(named -> {
            String source = tests.getOrDefault(named.group(1), "");
            boolean there = named.group(2) == null
                    ? !source.isEmpty()
                    : Pattern.compile("\\bvoid " + named.group(2) + "\\(")
                            .matcher(source)
                            .find();
            if (!there) {
                gone.add(named.group());
            }
        });
        assertThat(gone).isEmpty();
    }

    @Test
    void everyFaultSaysWhatHappensAndIsShownByATest() throws IOException {
        String promised = matrix().substring(0, matrix().indexOf("## Not yet"));
        List<String> rows = promised.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| fault"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(40).allSatisfy(row -> {
            assertThat(row.split("\\|", -1)).as(row).hasSize(5);
            assertThat(NAMED.matcher(row).find()).as(row).isTrue();
        });
    }

    private static String matrix() throws IOException {
        return Files.readString(ROOT.resolve("docs/failure-matrix.md"));
    }

    /** Source of each test by its class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("runbooks", "integrations", "orchestrator")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), text(file)));
            }
        }
        return tests;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
