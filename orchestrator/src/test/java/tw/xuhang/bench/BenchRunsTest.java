package tw.xuhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tw.xuhang.command.Exit;

/** The benchmarks themselves, in their shortest form: databases, services and processes of their own. */
@Tag("long")
final class BenchRunsTest {

    private final StringWriter out = new StringWriter();

    private int bench(String... words) {
        return new CommandLine(new Bench()).setOut(new PrintWriter(out)).execute(words);
    }

    private List<JsonNode> lines() throws IOException {
        var mapper = new ObjectMapper();
        return out.toString()
                .lines()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    @Test
    void stepsCostOneCommitEachBesideThoseThatBeginTheRun() throws IOException {
        assertThat(bench("--quick", "--only", "steps")).isEqualTo(Exit.OK);
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.get("stepsPerSecond").asDouble()).isPositive();
            // Ten steps: ten outcomes, one first start, and what it takes to begin and to own the run.
            assertThat(line.get("commitsPerStep").asDouble()).isBetween(1.0, 1.4);
            assertThat(line.get("statementsPerStep").asDouble()).isBetween(3.0, 8.0);
        });
    }

    @Test
    void everySignalStartsAFirstStep() throws IOException {
        assertThat(bench("--quick", "--only", "signal")).isEqualTo(Exit.OK);
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.get("firstStepMsP50").asDouble()).isPositive();
            assertThat(line.get("commitsP50").asDouble()).isPositive();
        });
    }

    @Test
    void theServiceStartsAndStops() throws IOException {
        assertThat(bench("--quick", "--only", "start")).isEqualTo(Exit.OK);
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.get("coldSeconds").asDouble()).isPositive();
            assertThat(line.get("memoryIdleMiB").asDouble()).isGreaterThan(50);
        });
    }

    @Test
    void aWordThatIsNoBenchmarkIsAUsageError() {
        assertThat(bench("--only", "everything")).isEqualTo(Exit.USAGE);
    }
}
