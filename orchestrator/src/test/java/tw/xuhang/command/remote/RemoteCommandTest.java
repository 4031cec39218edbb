package tw.xuhang.command.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.xuhang.Main;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;
import tw.xuhang.casebook.http.Cases;
import tw.xuhang.command.Exit;

/** Each exit code that a remote command can end with, against a service that runs. */
@MicronautTest(transactional = false)
final class RemoteCommandTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String address = "";
    private Path token = Path.of("none");
    private Path password = Path.of("none");

    @BeforeEach
    void comeIn() throws IOException {
        address = server.getURI().toString();
        token = folder.resolve("token");
        Files.writeString(
                token, cases.token(Action.READ_CASES, Action.WORK_ON_CASE, Action.STEER_RUN, Action.DO_TASK) + "\n");
        password = Files.writeString(folder.resolve("password"), Cases.PASSWORD + "\n");
    }

    @Test
    void aCaseIsOpenedNotedAndShown() {
        assertThat(run("incident", "open", "--subject", "site/roof", "--title", "屋頂漏水"))
                .isEqualTo(Exit.OK);
        String number = out.toString().strip();
        assertThat(run("incident", "note", number, "已通知機電廠商")).isEqualTo(Exit.OK);
        assertThat(run("incident", "list")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains(number).contains("屋頂漏水");
        assertThat(run("incident", "show", number)).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("應變中");
        assertThat(run("incident", "show", number, "--timeline")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("incident.noted");
        assertThat(run("incident", "show", number, "-o", "json")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("\"number\" : \"" + number + "\"");
    }

    @Test
    void whatIsWrittenWrongIsUsage() {
        assertThat(run("incident", "open", "--title", "x")).isEqualTo(Exit.USAGE);
        assertThat(run("incident", "open", "--subject", "site/x", "--title", "x", "--kind", "odd"))
                .isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("/kind");
    }

    @Test
    void withoutATokenOrRightNothingIsShown() throws IOException {
        Files.writeString(token, "xuhang_wrong");
        assertThat(run("run", "list")).isEqualTo(Exit.NOT_ALLOWED);
        Files.writeString(token, cases.token(Action.READ_CASES));
        assertThat(run("incident", "note", "2026-0001", "x")).isEqualTo(Exit.NOT_ALLOWED);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(run("run", "show", "2020-0001.1")).isEqualTo(Exit.NOT_FOUND);
        assertThat(run("consent", "show", "no-such")).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void aRunIsFollowedToItsEndAndTheCodeTellsHowItEnded() {
        String partial = cases.openWithTasks() + ".1";
        assertThat(run("run", "show", partial)).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("look", "waits for person server-room");
        assertThat(run("run", "follow", partial, "--timeout", "1")).isEqualTo(Exit.STILL_WAITING);
        assertThat(run("run", "skip", partial, "write", "--reason", "x")).isEqualTo(Exit.CONFLICT);
        assertThat(run("run", "skip", partial, "look", "--reason", "x")).isEqualTo(Exit.OK);
        cases.waits(partial, "write");
        assertThat(run("run", "complete", partial, "write", "--reason", "x")).isEqualTo(Exit.OK);
        assertThat(run("run", "follow", partial, "--timeout", "30")).isEqualTo(Exit.WARNINGS);
        String aborted = cases.openWithTasks() + ".1";
        assertThat(run("run", "abort", aborted, "--reason", "誤報")).isEqualTo(Exit.OK);
        assertThat(run("run", "follow", aborted, "--timeout", "30")).isEqualTo(Exit.RUN_FAILED);
    }

    @Test
    void aRunIsPausedShownAsThatAndResumed() {
        String held = cases.openWithTasks() + ".1";
        assertThat(run("run", "pause", held)).isEqualTo(Exit.USAGE);
        assertThat(run("run", "resume", held)).isEqualTo(Exit.CONFLICT);
        assertThat(run("run", "pause", held, "--reason", "先看現場")).isEqualTo(Exit.OK);
        await().until(() -> run("run", "pause", held, "--reason", "x") == Exit.CONFLICT);
        assertThat(run("run", "show", held)).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("paused by", "先看現場");
        assertThat(run("run", "follow", held, "--timeout", "0")).isEqualTo(Exit.STILL_WAITING);
        assertThat(run("run", "resume", held)).isEqualTo(Exit.OK);
        await().until(() -> run("run", "resume", held) == Exit.CONFLICT);
    }

    @Test
    void aServiceThatIsNotThereIsUnreachable() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + closed.getLocalPort();
        }
        assertThat(run("incident", "list")).isEqualTo(Exit.UNREACHABLE);
        assertThat(err.toString()).contains(address);
    }

    @Test
    void consentIsThePersonsOwn() {
        cases.person("ciso", Role.CISO);
        cases.person("leader", Role.TEAM_LEADER);
        String number = cases.open(List.of());
        cases.away(number, "official-documents", Duration.ofSeconds(60));
        String key = cases.consent(number);
        assertThat(as("leader", false, "consent", "request", key, "--facts", "1"))
                .isEqualTo(Exit.OK);
        assertThat(as("leader", true, "consent", "grant", key, "--facts", "1")).isEqualTo(Exit.NOT_ALLOWED);
        assertThat(as("ciso", true, "consent", "grant", key, "--facts", "9")).isEqualTo(Exit.CONFLICT);
        assertThat(as("ciso", true, "consent", "refuse", key, "--facts", "1", "--reason", "暫緩"))
                .isEqualTo(Exit.OK);
        assertThat(run("consent", "list")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains(key).contains("refused");
        cases.back("official-documents");
    }

    @Test
    void aTokenIsMadeByAnAdministratorOnly() {
        cases.person("keeper", Role.ADMINISTRATOR);
        cases.person("reader", Role.AUDITOR);
        String[] make = {"token", "create", "zabbix", "--scope", "send-signal,read-cases"};
        assertThat(as("reader", false, make)).isEqualTo(Exit.NOT_ALLOWED);
        assertThat(as("keeper", false, make)).isEqualTo(Exit.OK);
        assertThat(out.toString()).startsWith("xuhang_");
        assertThat(as("keeper", true, make)).as("the name is taken").isEqualTo(Exit.CONFLICT);
    }

    @Test
    void theExitCodesAreExplained() {
        assertThat(bare("exit-codes")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("still waiting", "130");
        assertThat(bare("help", "exit-codes")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("still waiting");
    }

    @Test
    void aRunbookIsSubmittedComparedReviewedPublishedAndTakenBack() throws IOException {
        cases.person("leader", Role.TEAM_LEADER);
        cases.person("ciso", Role.CISO);
        Files.writeString(token, cases.token(Action.READ_CASES, Action.DRAFT_RUNBOOK) + "\n");
        Path file = folder.resolve("roof.yaml");
        Files.writeString(file, """
                runbook: roof
                title: { zh-TW: 屋頂漏水, en: A leak }
                source: [P-14]
                owner: server-room
                serves: { services: [website], rto: 30m, mtpd: 4h }
                steps:
                  - task: look
                    title: { zh-TW: 看, en: Look }
                    who: server-room
                    timeout: 4h
                """);
        assertThat(run("runbook", "submit", file.toString())).isEqualTo(Exit.OK);
        String version = out.toString().substring(0, 8);
        assertThat(run("runbook", "diff", "roof", version)).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("--against none", "[RB-C30]", "+runbook: roof");
        assertThat(as("leader", "runbook", "review", "roof", version)).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("RB-C30");
        assertThat(as("leader", "runbook", "return", "roof", version, "--reason", "漏了通知"))
                .isEqualTo(Exit.OK);
        assertThat(as("leader", "runbook", "review", "roof", version, "--against", "none", "--seen", "RB-C30,RB-C14"))
                .isEqualTo(Exit.OK);
        assertThat(as("leader", "runbook", "publish", "roof", version)).isEqualTo(Exit.NOT_ALLOWED);
        assertThat(as("ciso", "runbook", "publish", "roof", version, "--seen", "RB-C30"))
                .isEqualTo(Exit.OK);
        assertThat(as("ciso", "runbook", "publish", "roof", version, "--against", version, "--seen", "RB-C30"))
                .isEqualTo(Exit.CONFLICT);
        assertThat(run("runbook", "versions", "roof")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains(version, "in-force", "ciso");
        assertThat(as("ciso", "runbook", "withdraw", "roof", version, "--reason", "有誤"))
                .isEqualTo(Exit.OK);
        assertThat(run("runbook", "versions", "there-is-none")).isEqualTo(Exit.NOT_FOUND);
    }

    private int as(String account, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--account", account, "--password-file", password.toString()));
        all.addAll(List.of("--code", cases.freshCode(account)));
        return run(all.toArray(String[]::new));
    }

    private int run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", address, "--token-file", token.toString(), "--lang", "zh-Hant"));
        return bare(all.toArray(String[]::new));
    }

    private int as(String account, boolean ahead, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--account", account, "--password-file", password.toString()));
        all.addAll(List.of("--code", cases.code(ahead)));
        return run(all.toArray(String[]::new));
    }

    private int bare(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(words);
    }
}
