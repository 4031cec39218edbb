package tw.xuhang;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, in a small tree of its own with a Maven and a Java that only write down what they are asked. */
@Tag("slow")
final class LauncherTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path dir;

    private Path tree;
    private Path tools;

    record Ended(int code, String out, String err) {}

    @BeforeEach
    void smallTree() throws IOException {
        tree = Files.createDirectory(dir.resolve("tree"));
        tools = Files.createDirectory(dir.resolve("tools"));
        copy(ROOT.resolve("xuhang"), tree.resolve("xuhang"));
        try (var parts = Files.list(ROOT.resolve("bin"))) {
            Files.createDirectory(tree.resolve("bin"));
            for (var part : parts.toList()) {
                copy(part, tree.resolve("bin").resolve(part.getFileName()));
            }
        }
        for (var part : new String[] {".mvn", "runbooks", "integrations", "orchestrator"}) {
            Files.createDirectory(tree.resolve(part));
        }
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        script(tools.resolve("mvn"), """
                echo built >>"%s/builds"
                sleep 0.3
                mkdir -p orchestrator/target/lib orchestrator/target/db
                echo jar >orchestrator/target/xuhang.jar
                echo library >orchestrator/target/lib/library.jar
                echo database >orchestrator/target/db/database-1.jar
                """.formatted(dir));
        fakeJava("17");
        fakeJava("25");
    }

    @Test
    void handsTheArgumentsOverAsTheyAre() throws Exception {
        var ended = launch("runbook", "print", "two words", "");

        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("java 25", "xuhang.jar|runbook|print|two words||");
    }

    @Test
    void whatTheServiceWritesIsNobodyElses() throws Exception {
        assertThat(launch("serve").out()).contains("umask 0077");
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws Exception {
        var ended = launch(Map.of("XUHANG_JAVA_HOME", java("17"), "JAVA_HOME", java("25")), "version");

        assertThat(ended.out()).contains("java 25").doesNotContain("java 17");
        assertThat(ended.err()).contains("XUHANG_JAVA_HOME=" + java("17"), "(JDK 17)", "looking elsewhere");
    }

    @Test
    void withoutAJavaThatDoesItSaysWhatToInstallAndStartsNothing() throws Exception {
        // The places to look at are the machine's; here there are two, and neither does.
        script(tools.resolve("alone"), """
                root=%1$s; . "%1$s/bin/say.sh"; . "%1$s/bin/java.sh"
                java_homes() { printf '%%s\n' "%2$s" "%3$s/none"; }
                find_java
                echo "still here"
                """.formatted(tree, java("17"), dir));

        var ended = end(new ProcessBuilder("bash", tools.resolve("alone").toString()).start());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("找不到 JDK 25", "No JDK 25 or newer found", "XUHANG_JAVA_HOME");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void buildsAgainOnlyWhenASourceHasChanged() throws Exception {
        launch("version");
        launch("version");
        assertThat(builds()).isEqualTo(1);

        Files.writeString(tree.resolve("runbooks/rule.yaml"), "changed");
        launch("version");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        var first = start(Map.of(), "version");
        var second = start(Map.of(), "version");

        assertThat(end(first).out()).contains("java 25");
        assertThat(end(second).out()).contains("java 25");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aFailedBuildShowsItsEndAndLeavesNothingThatLooksBuilt() throws Exception {
        script(tools.resolve("mvn"), """
                mkdir -p orchestrator/target
                echo half >orchestrator/target/xuhang.jar
                echo "the reason"
                exit 1
                """);

        var ended = launch("version");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("the reason", "build.log");
        assertThat(ended.out()).isEmpty();
        try (var copies = Files.list(tree.resolve(".xuhang/app"))) {
            assertThat(copies).isEmpty();
        }
    }

    @Test
    void aBuildThatLostAFileIsNotInstalled() throws Exception {
        script(tools.resolve("mvn"), "mkdir -p orchestrator/target; echo half >orchestrator/target/xuhang.jar\n");

        var ended = launch("version");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aCopyInUseOutlivesTheNextBuild() throws Exception {
        script(Path.of(java("25"), "bin/java"), "echo running; read -r line\n");
        var running = start(Map.of(), "serve", "-h");
        try (var out = running.inputReader()) {
            assertThat(out.readLine()).isEqualTo("running");
            var copy = onlyCopy();

            Files.writeString(tree.resolve("runbooks/rule.yaml"), "changed");
            fakeJava("25");
            launch("version");

            assertThat(copy.resolve("xuhang.jar")).exists();
        } finally {
            running.destroy();
        }
    }

    private Path onlyCopy() throws IOException {
        try (var copies = Files.list(tree.resolve(".xuhang/app"))) {
            var all = copies.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(dir.resolve("builds"))) {
            return lines.count();
        }
    }

    private Ended launch(String... arguments) throws Exception {
        return launch(Map.of(), arguments);
    }

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        return end(start(environment, arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var builder = new ProcessBuilder(tree.resolve("xuhang").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("XUHANG_"));
        builder.environment().put("CI", "true");
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("XUHANG_JAVA_HOME", java("25"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended end(Process process) throws Exception {
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        try (var out = process.inputReader();
                var err = process.errorReader()) {
            return new Ended(process.exitValue(), out.readAllAsString(), err.readAllAsString());
        }
    }

    private String java(String version) {
        return dir.resolve("jdk-" + version).toString();
    }

    /** Prints its version and arguments and ends with 7, so that a lost exit code shows. */
    private void fakeJava(String version) throws IOException {
        var home = Path.of(java(version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        script(
                home.resolve("bin/java"),
                "echo java " + version + "; echo umask $(umask); printf '%s|' \"$@\"; exit 7\n");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, COPY_ATTRIBUTES);
    }
}
