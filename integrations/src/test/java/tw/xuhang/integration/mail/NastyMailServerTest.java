package tw.xuhang.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.xuhang.integration.mail.MailServer.Encryption;
import tw.xuhang.integration.mail.NastyMailServer.Nastiness;
import tw.xuhang.runbook.port.PostOffice.Letter;
import tw.xuhang.runbook.port.PostOffice.Posted;

/** Taken, later, never and nobody knows are four answers, and each comes in time. */
class NastyMailServerTest {

    private static final MailLimits QUICK = new MailLimits(
            Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(800), 2, 3, Duration.ofMillis(500));

    private NastyMailServer server;
    private Camel camel;

    @BeforeEach
    void start() throws Exception {
        server = new NastyMailServer(Nastiness.NONE);
        camel = warmed(5);
    }

    /** The first letter loads classes, which on a busy machine takes longer than these limits allow. */
    private Camel warmed(int patience) throws Exception {
        Camel made = new Camel(
                new MailServer("127.0.0.1", server.port(), Encryption.NONE, "x@office.test", "", Optional.empty()),
                QUICK);
        Posted first = made.office.post(PostOfficeContract.LETTER);
        if (first instanceof Posted.Accepted) {
            return made;
        }
        made.close();
        assertThat(patience).as(first.toString()).isPositive();
        return warmed(patience - 1);
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY_AT_GREETING, Deferred, out of reach",
        "LATER_AT_RECIPIENT, Deferred, greylisted",
        "NEVER_AT_RECIPIENT, Refused, no such user",
        "LATER_AFTER_LETTER, Deferred, disk full",
        "NEVER_AFTER_LETTER, Refused, spam",
        "CUT_BEFORE_LETTER, Deferred, out of reach",
        "CUT_AFTER_LETTER, Unclear, connection lost",
        "SILENT_AFTER_LETTER, Unclear, connection lost",
        "BYTE_BY_BYTE, Deferred, out of reach",
        "SILENT, Deferred, out of reach",
    })
    void theAnswerTellsWhatIsKnownOfTheLetter(Nastiness nastiness, String outcome, String why) throws Exception {
        server.become(nastiness);
        long before = System.nanoTime();
        Posted posted = camel.office.post(PostOfficeContract.LETTER);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(posted.getClass().getSimpleName()).as(posted.toString()).isEqualTo(outcome);
        assertThat(posted.toString()).contains(why).doesNotContain("\n");
    }

    @Test
    void oneBadRecipientKeepsTheWholeLetterBack() throws Exception {
        server.become(Nastiness.ONE_RECIPIENT_NEVER);
        Letter letter = new Letter(
                "<a@office.test>", List.of("desk@vendor.test", "gone@vendor.test"), "s", "t", Optional.empty());
        assertThat(camel.office.post(letter)).isInstanceOf(Posted.Refused.class);
        assertThat(server.letters()).isEqualTo(1);
    }

    @Test
    void nothingIsRepeatedByItself() throws Exception {
        server.become(Nastiness.LATER_AFTER_LETTER);
        camel.office.post(PostOfficeContract.LETTER);
        assertThat(server.visits()).isEqualTo(2);
    }

    @Test
    void aLetterThatWasGivenUpNeverArrivesLater() throws Exception {
        server.become(Nastiness.BYTE_BY_BYTE);
        assertThat(camel.office.post(PostOfficeContract.LETTER)).isInstanceOf(Posted.Deferred.class);
        server.become(Nastiness.NONE);
        assertThat(camel.office.post(PostOfficeContract.LETTER)).isInstanceOf(Posted.Accepted.class);
        assertThat(server.letters()).isEqualTo(2);
    }

    @Test
    void aServerOutOfReachIsLeftAloneForAWhileAndThenTriedAgain() throws Exception {
        server.become(Nastiness.CUT_BEFORE_LETTER);
        // The first, successful letter is still in the breaker's window of three.
        for (int i = 0; i < 3; i++) {
            camel.office.post(PostOfficeContract.LETTER);
        }
        int visits = server.visits();
        assertThat(camel.office.post(PostOfficeContract.LETTER).toString()).contains("left alone");
        assertThat(server.visits()).isEqualTo(visits);
        server.become(Nastiness.NONE);
        await().atMost(5, TimeUnit.SECONDS)
                .until(() -> camel.office.post(PostOfficeContract.LETTER) instanceof Posted.Accepted);
    }

    @Test
    void refusalsDoNotOpenTheBreaker() throws Exception {
        server.become(Nastiness.NEVER_AT_RECIPIENT);
        for (int i = 0; i < 10; i++) {
            assertThat(camel.office.post(PostOfficeContract.LETTER)).isInstanceOf(Posted.Refused.class);
        }
    }

    @Test
    void aSlowServerHoldsUpOnlySoManyLetters() throws Exception {
        server.become(Nastiness.SILENT);
        Callable<Posted> post = () -> camel.office.post(PostOfficeContract.LETTER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posted = threads.invokeAll(List.of(post, post, post, post, post)).stream()
                    .map(future -> future.resultNow().toString())
                    .toList();
            assertThat(posted)
                    .filteredOn(each -> each.contains("too many letters under way"))
                    .hasSize(3);
        }
    }

    @Test
    void anInterruptedLetterIsGivenUp() throws Exception {
        server.become(Nastiness.SILENT);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                camel.office.post(PostOfficeContract.LETTER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> server.visits() == 2);
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void aServerThatIsNotThereDefersTheLetter() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (Camel other = new Camel(
                new MailServer("127.0.0.1", port, Encryption.NONE, "x@office.test", "", Optional.empty()), QUICK)) {
            assertThat(other.office.post(PostOfficeContract.LETTER)).isInstanceOf(Posted.Deferred.class);
        }
    }
}
