package tw.xuhang.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.xuhang.Main;

final class DoctorCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aFreshInstallationIsLookedAtAndLeftUntouched() throws Exception {
        Path home = folder.resolve("home");
        int code = run("doctor", "--json", "--home", home.toString(), "--port", "1", "--patience", "60");
        assertThat(home).doesNotExist();

        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("checks").findValuesAsText("check"))
                .containsExactly(
                        "java",
                        "ansible",
                        "database",
                        "port",
                        "disk",
                        "secrets",
                        "mail",
                        "office",
                        "posts",
                        "runbooks",
                        "playbooks",
                        "clock",
                        "address",
                        "second-factors",
                        "lab");
        assertThat(level(told, "runbooks")).isEqualTo("ok");
        assertThat(level(told, "database")).isEqualTo("ok");
        assertThat(level(told, "mail")).isEqualTo("warning");
        assertThat(code)
                .isEqualTo(
                        switch (told.path("level").asText()) {
                            case "ok" -> Exit.OK;
                            case "warning" -> Exit.WARNINGS;
                            default -> Exit.FINDINGS;
                        });
    }

    @Test
    void saysChineseFirstAndWhatToDo() {
        run("doctor", "--home", folder.toString(), "--port", "1", "--patience", "60");
        assertThat(out.toString())
                .containsSubsequence("▲ 注意 warning │ 郵件 Mail", "尚未設定郵件伺服器", "No mail server", "→ 請設定", "→ Set")
                .endsWith(" warning(s).\n");
    }

    private static String level(JsonNode told, String check) {
        return StreamSupport.stream(told.path("checks").spliterator(), false)
                .filter(each -> each.path("check").asText().equals(check))
                .findFirst()
                .orElseThrow()
                .path("level")
                .asText();
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        return line.execute(words);
    }
}
