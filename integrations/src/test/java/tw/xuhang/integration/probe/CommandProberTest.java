package tw.xuhang.integration.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.runbook.port.Prober.Look;
import tw.xuhang.runbook.port.Prober.Question;
import tw.xuhang.runbook.port.Prober.Way;

/** Against real peers on loopback. */
class CommandProberTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final CommandProber prober = new CommandProber(System::nanoTime);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/", exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void statusesBelow500AreAnswers() throws Exception {
        assertThat(ask("/200")).returns(true, Look::answered).returns("HTTP 200", Look::detail);
        assertThat(ask("/404").answered()).isTrue();
        assertThat(ask("/302").answered()).isTrue();
    }

    @Test
    void aBrokenServiceIsNotAnAnswer() throws Exception {
        assertThat(ask("/503")).returns(false, Look::answered).returns("HTTP 503", Look::detail);
    }

    @Test
    void nobodyListeningIsNotAnAnswer() throws Exception {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, LOOPBACK)) {
            port = closedAtOnce.getLocalPort();
        }
        Look look = prober.look(http("http://127.0.0.1:" + port + "/", Duration.ofSeconds(2)));
        assertThat(look.answered()).isFalse();
        assertThat(look.detail()).startsWith("no answer: ").contains("connect");
    }

    @Test
    void silenceEndsWithTheTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
            Look look = prober.look(http("http://127.0.0.1:" + silent.getLocalPort() + "/", Duration.ofMillis(300)));
            assertThat(look.answered()).isFalse();
            assertThat(look.took()).isBetween(Duration.ofMillis(290), Duration.ofSeconds(10));
        }
    }

    @Test
    void loopbackAnswersAnEcho() throws Exception {
        Look look = prober.look(icmp(List.of("env"), "127.0.0.1"));
        assertThat(look.answered()).as(look.detail()).isTrue();
        assertThat(look.detail()).startsWith("time=");
    }

    @Test
    void aQuestionLeavesByTheInterfaceItNames() throws Exception {
        // 192.0.2.0/24 is for documentation; through lo nobody can answer for it.
        Look look = prober.look(
                new Question(List.of(), Optional.of("lo"), new Way.Icmp("192.0.2.1"), Duration.ofMillis(200)));
        assertThat(look.answered()).isFalse();
        assertThat(look.blind()).as(look.detail()).isFalse();
    }

    @Test
    void anInterfaceThatIsNotThereIsNoSilence() throws Exception {
        Look ping = prober.look(
                new Question(List.of(), Optional.of("xhnone0"), new Way.Icmp("127.0.0.1"), Duration.ofMillis(200)));
        assertThat(ping.blind()).as(ping.detail()).isTrue();
        assertThat(ping.detail()).startsWith("could not look: ");
        Look curl = prober.look(new Question(
                List.of(),
                Optional.of("xhnone0"),
                new Way.Http("http://127.0.0.1:" + server.getAddress().getPort() + "/200"),
                Duration.ofSeconds(2)));
        assertThat(curl.blind()).as(curl.detail()).isTrue();
    }

    @Test
    void aVantageThatCannotBeReachedIsNoSilenceWhateverItsExitCode(@TempDir Path scratch) throws Exception {
        for (int code : new int[] {1, 2, 255}) {
            Path gone = Files.writeString(
                    scratch.resolve("gone" + code),
                    "echo 'ssh: connect to host router port 22: Network is unreachable' >&2; exit " + code);
            assertThat(prober.look(icmp(List.of("sh", gone.toString()), "127.0.0.1")))
                    .returns(true, Look::blind)
                    .returns(false, Look::answered);
        }
        assertThat(prober.look(icmp(List.of("xuhang-no-such-vantage"), "127.0.0.1"))
                        .blind())
                .isTrue();
    }

    @Test
    void aNameThatDoesNotResolveMayBeTheLinesOwnFault() throws Exception {
        Look look = prober.look(icmp(List.of(), "no-such-name.invalid"));
        assertThat(look.blind()).as(look.detail()).isFalse();
        assertThat(look.answered()).isFalse();
    }

    @Test
    void aVantageThatFailsIsNotAnAnswerAndSaysWhy() throws Exception {
        Look look = prober.look(icmp(List.of("env", "--no-such-option"), "127.0.0.1"));
        assertThat(look.blind()).isTrue();
        assertThat(look.detail()).contains("no-such-option").doesNotContain("\n");
    }

    @Test
    void aVantageThatHangsIsEnded(@TempDir Path scratch) throws Exception {
        Path hang = Files.writeString(scratch.resolve("hang"), "sleep 300");
        Look look = prober.look(icmp(List.of("sh", hang.toString()), "127.0.0.1"));
        assertThat(look.answered()).isFalse();
        assertThat(look.detail()).isEqualTo("could not look: ended by force");
    }

    private Look ask(String path) throws InterruptedException {
        return prober.look(http("http://127.0.0.1:" + server.getAddress().getPort() + path, Duration.ofSeconds(5)));
    }

    private static Question http(String url, Duration timeout) {
        return new Question(List.of(), Optional.empty(), new Way.Http(url), timeout);
    }

    private static Question icmp(List<String> vantage, String host) {
        return new Question(vantage, Optional.empty(), new Way.Icmp(host), Duration.ofMillis(900));
    }
}
