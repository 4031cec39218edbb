package tw.xuhang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.xuhang.Main;

final class RunbookExchangeTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRunbookGoesOutAndComesBack() {
        Path file = folder.resolve("out.json");
        assertThat(run("runbook", "export", "service-outage", "--out", file.toString()))
                .isEqualTo(Exit.OK);
        assertThat(err.toString()).contains("elsewhere a person does these steps: tell-the-team");
        assertThat(run("runbook", "import", file.toString(), "--out", folder.toString(), "--lang", "en"))
                .isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("What became of each step", "find-the-cause", "nobody signed it");
        assertThat(run("runbook", "lint", folder.resolve("service-outage.yaml").toString()))
                .isEqualTo(Exit.OK);
    }

    @Test
    void whatIsThereIsNotOverwrittenUnlessForced() throws IOException {
        Path file = exported();
        assertThat(run("runbook", "import", file.toString(), "--out", folder.toString(), "--as", "one"))
                .isEqualTo(Exit.OK);
        Files.writeString(folder.resolve("one.yaml"), "mine");
        assertThat(run("runbook", "import", file.toString(), "--out", folder.toString(), "--as", "one"))
                .isEqualTo(Exit.CONFLICT);
        assertThat(folder.resolve("one.yaml")).hasContent("mine");
        assertThat(run("runbook", "import", file.toString(), "--out", folder.toString(), "--as", "one", "--force"))
                .isEqualTo(Exit.OK);
        assertThat(Files.readString(folder.resolve("one.yaml"))).contains("runbook: one");
    }

    @Test
    void rubbishIsRefusedAtItsPlaceAndNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\n  \"type\": playbook }");
        assertThat(run(
                        "runbook",
                        "import",
                        file.toString(),
                        "--out",
                        folder.resolve("new").toString(),
                        "--lang",
                        "en"))
                .isEqualTo(Exit.FINDINGS);
        assertThat(out.toString()).contains("Not imported.", file + ":2:11: the file is no JSON: a value is expected");
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(run("runbook", "import", folder.resolve("none.json").toString()))
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(run("runbook", "import", file.toString(), "--who", "nobody")).isEqualTo(Exit.USAGE);
    }

    @Test
    void signaturesAreJudgedByTheKeysThatAreGiven() throws IOException, GeneralSecurityException {
        Path signed = Path.of("../runbooks/src/test/resources/tw/xuhang/runbook/cacao/signed-elsewhere.json");
        String text = Files.readString(signed);
        String key = text.replaceAll("(?s).*\"algorithm\": \"Ed25519\",\\s*\"public_key\": \"([^\"]+)\".*", "$1");
        Path theirs = pem("theirs", key);
        Path foreign = pem(
                "foreign",
                Base64.getEncoder()
                        .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPublic()
                                .getEncoded()));
        assertThat(run("runbook", "verify-signature", signed.toString())).isEqualTo(Exit.WARNINGS);
        assertThat(out.toString()).contains("金鑰附在檔案內");
        assertThat(run("runbook", "verify-signature", signed.toString(), "--key", theirs.toString()))
                .isEqualTo(Exit.OK);
        assertThat(run("runbook", "verify-signature", signed.toString(), "--key", foreign.toString()))
                .isEqualTo(Exit.FINDINGS);
        Path changed = Files.writeString(folder.resolve("changed.json"), text.replace("看燈號", "拔線"));
        assertThat(run("runbook", "verify-signature", changed.toString(), "--key", theirs.toString()))
                .isEqualTo(Exit.FINDINGS);
        assertThat(run("runbook", "import", changed.toString(), "--out", folder.toString()))
                .isEqualTo(Exit.FINDINGS);
        assertThat(run("runbook", "import", signed.toString(), "--out", folder.toString(), "--key", theirs.toString()))
                .isEqualTo(Exit.OK);
        assertThat(run("runbook", "verify-signature", exported().toString())).isEqualTo(Exit.FINDINGS);
        assertThat(run("runbook", "verify-signature", signed.toString(), "--key", signed.toString()))
                .isEqualTo(Exit.ERROR);
    }

    @Test
    void whatCannotBeExportedIsSaid() throws IOException {
        assertThat(run("runbook", "export", "no-such-runbook")).isEqualTo(Exit.NOT_FOUND);
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "runbook: bad\n");
        assertThat(run("runbook", "export", bad.toString())).isEqualTo(Exit.FINDINGS);
        assertThat(run("runbook", "export", "service-outage", "--created-by", "me"))
                .isEqualTo(Exit.USAGE);
    }

    private Path exported() {
        Path file = folder.resolve("service-outage.json");
        assertThat(run("runbook", "export", "service-outage", "--out", file.toString()))
                .isEqualTo(Exit.OK);
        return file;
    }

    private Path pem(String name, String base64) throws IOException {
        String text = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
        return Files.writeString(folder.resolve(name + ".pem"), text);
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
