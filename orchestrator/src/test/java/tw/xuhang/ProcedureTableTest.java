package tw.xuhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table that names a test must not outlive it. */
final class ProcedureTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern RULE = Pattern.compile("\\b[PU]-(\\d{2})(?: to P-(\\d{2}))?");

    @Test
    void everyTestThatTheTableNamesExists() throws IOException {
        var named = TEST.matcher(table()).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyRuleOfTheProcedureIsInTheTable() throws IOException {
        var missing = new TreeSet<Integer>();
        for (int rule = 1; rule <= 30; rule++) {
            missing.add(rule);
        }
        RULE.matcher(table().replaceAll("U-\\d{2}", "")).results().forEach(found -> {
            int first = Integer.parseInt(found.group(1));
            int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
            for (int rule = first; rule <= last; rule++) {
                missing.remove(rule);
            }
        });
        assertThat(missing).isEmpty();
    }

    private static String table() throws IOException {
        return Files.readString(ROOT.resolve("docs/procedure.md"));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
