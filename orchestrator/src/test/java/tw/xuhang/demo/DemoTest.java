package tw.xuhang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.Main;

/** A whole outage, as a process of its own: the only test that sees all parts together. */
@Tag("slow")
final class DemoTest {

    private static final long LONGEST_MINUTES = 8;

    @TempDir
    Path folder;

    @Test
    void aCutLineIsFoundSwitchedConsentedToMendedAndStoodDown() throws IOException, InterruptedException {
        assumeTrue(
                run(List.of("unshare", "--net", "true")) == 0,
                "needs the right to make network namespaces: run as root, or through docker/lab/enter");

        int exit = run(demo("--exit"));

        List<String> told = Files.readAllLines(folder.resolve("out"));
        assertThat(exit).as(String.join("\n", told)).isZero();
        JsonNode figures = new ObjectMapper().readTree(told.getLast());
        assertThat(figures.path("scenario").asText()).isEqualTo("backbone-outage");
        assertThat(figures.path("incident").asText()).isNotBlank();
        assertThat(figures.path("dispatches").asInt()).isEqualTo(2);
        assertThat(figures.path("consent").asText()).isEqualTo("granted");
        assertThat(figures.path("detectedAfterMs").asLong()).isPositive();
        assertThat(figures.path("firstStepAfterMs").asLong())
                .isGreaterThanOrEqualTo(figures.path("detectedAfterMs").asLong());
        assertThat(figures.path("outageSeconds").asDouble())
                .as("the way to the internet came back by the backup line, long before the main line was mended")
                .isPositive()
                .isLessThan(figures.path("restoredAfterMs").asLong() / 1000.0);
    }

    @Test
    void anUnknownScenarioStartsNothing() throws IOException, InterruptedException {
        assertThat(run(demo("--scenario", "flood-of-frogs"))).isEqualTo(2);
        assertThat(folder.resolve("out")).isEmptyFile();
    }

    private static List<String> demo(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo"));
        command.addAll(List.of(words));
        return command;
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IOException("took longer than " + LONGEST_MINUTES + " min");
        }
        return process.exitValue();
    }
}
