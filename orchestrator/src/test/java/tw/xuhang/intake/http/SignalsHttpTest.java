package tw.xuhang.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiToken;
import tw.xuhang.access.ApiTokenRows;
import tw.xuhang.access.Secrets;
import tw.xuhang.database.Pools;
import tw.xuhang.intake.Signals;
import tw.xuhang.intake.store.MariaSignals;
import tw.xuhang.testing.TestDatabase;

/** The inbox as a monitoring system meets it. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignalsHttpTest implements TestPropertyProvider {

    private static final String TOKEN = "xuhang_alertmanager";
    private static final WebhookSecret SECRET = WebhookSecret.parse(secret());
    private static final String ALERT = """
            {"version":"4","alerts":[{"status":"firing","labels":{"alertname":"X","xuhang_subject":"uplink/main"},
             "annotations":{"summary":"骨幹線路中斷"},"startsAt":"2026-11-22T13:00:00Z","fingerprint":"%s"}]}""";

    @Inject
    private EmbeddedServer server;

    @Inject
    @Named("away")
    private AtomicBoolean away;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Map<String, String> getProperties() {
        try {
            Path secrets = Files.createTempFile("webhook", ".keys");
            Files.writeString(
                    secrets, "whsec_" + Base64.getEncoder().encodeToString(new byte[32]) + "\n" + secret() + "\n");
            return Map.of(
                    "tests.door",
                    "open",
                    "xuhang.sources.room-sensor.format",
                    "generic",
                    "xuhang.sources.room-sensor.secret-file",
                    secrets.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStoredDeliveryIsAcceptedWithTheAddressOfItsDisposition() throws Exception {
        HttpResponse<String> answer = send("alertmanager", TOKEN, ALERT.formatted("a1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(answer.body()).contains("\"duplicate\":false").contains(location);
        await().until(() -> get(location, TOKEN).body().contains("\"disposition\":{"));
        assertThat(get(location, TOKEN).body())
                .contains("骨幹線路中斷", "\"subject\":\"uplink/main\"", "\"outcome\":\"held\"", "\"repeats\":0");
    }

    @Test
    void aRepetitionIsAcceptedUnderTheSameAddress() throws Exception {
        HttpResponse<String> first = send("alertmanager", TOKEN, ALERT.formatted("a2"));
        HttpResponse<String> again = send("alertmanager", "xuhang_second", ALERT.formatted("a2"));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.body()).contains("\"duplicate\":true");
    }

    @Test
    void anUnknownSourceIsNotFound() throws Exception {
        HttpResponse<String> answer = send("nagios", TOKEN, "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertProblem(answer, "unknown-source");
    }

    @Test
    void onlyTheSourcesOwnTokenOpensTheDoor() throws Exception {
        for (String token : new String[] {"", "xuhang_wrong", "xuhang_generic", "xuhang_reader"}) {
            HttpResponse<String> answer = send("alertmanager", token, ALERT.formatted("a3"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertProblem(answer, "not-admitted");
        }
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlace() throws Exception {
        HttpResponse<String> answer =
                send("alertmanager", TOKEN, "{\"version\":\"4\",\"alerts\":[{\"status\":\"x\"}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, "bad-value");
        assertThat(answer.body()).contains("/alerts/0/status");
        assertThat(send("alertmanager", TOKEN, "").statusCode()).isEqualTo(400);
    }

    @Test
    void brokenJsonIsRefusedWithLineAndColumnAndIsNotRepeated() throws Exception {
        for (String broken : List.of("{\"version\":", "[1,2", "not json", "{\"a\":1}{\"b\":2}", "\u0000")) {
            HttpResponse<String> answer = send("alertmanager", TOKEN, broken);
            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"detail\":\"").doesNotContain("\"detail\":\"\"", "Exception");
        }
    }

    @Test
    void moreThanOneMebibyteIsTooLarge() throws Exception {
        HttpResponse<String> answer = send("alertmanager", TOKEN, " ".repeat((1 << 20) + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertProblem(answer, "too-large");
        assertThat(answer.body()).contains("send at most 1 MiB");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() throws Exception {
        HttpResponse<String> answer = send("alertmanager", TOKEN, " ".repeat(11 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aSignedDeliveryNeedsNoToken() throws Exception {
        String body = """
                {"key":"s1","kind":"power","subject":"site/office","title":"市電中斷","status":"exercise"}""";
        String now = Long.toString(Instant.now().getEpochSecond());
        assertThat(signed(body, now, SECRET.sign("m1", now, body.getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(202);
        assertThat(signed(body, now, "v1,AAAA").statusCode()).isEqualTo(401);
        String old = Long.toString(Instant.now().getEpochSecond() - 360);
        assertThat(signed(body, old, SECRET.sign("m1", old, body.getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSignalIsShownToItsSourceAndToReadersOnly() throws Exception {
        String location = send("alertmanager", TOKEN, ALERT.formatted("a4"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(get(location, "xuhang_reader").statusCode()).isEqualTo(200);
        assertThat(get(location, "xuhang_generic").statusCode()).isEqualTo(401);
        assertThat(get(location, "").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/signals/999999", "xuhang_reader").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutADatabaseASourceIsAskedToSendAgain() throws Exception {
        String body = """
                {"key":"s2","kind":"power","subject":"site/office","title":"市電中斷","status":"exercise"}""";
        String now = Long.toString(Instant.now().getEpochSecond());
        String signature = SECRET.sign("m1", now, body.getBytes(StandardCharsets.UTF_8));
        away.set(true);
        try {
            for (HttpResponse<String> answer : List.of(
                    send("alertmanager", TOKEN, ALERT.formatted("a5")),
                    signed(body, now, signature),
                    get("/api/v1/signals/1", TOKEN))) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(Integer.parseInt(
                                answer.headers().firstValue("Retry-After").orElseThrow()))
                        .isPositive();
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            }
        } finally {
            away.set(false);
        }
        assertThat(signed(body, now, signature).body()).contains("\"duplicate\":false");
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("\"traceId\":\"\"");
        assertThat(answer.body()).as("both languages").containsPattern("\"detail\":\"[^\"]*\\p{IsHan}[^\"]* [a-z]");
    }

    private HttpResponse<String> send(String source, String token, String body) throws Exception {
        return client.send(
                request("/api/v1/signals/" + source, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> signed(String body, String timestamp, String signature) throws Exception {
        return client.send(
                request("/api/v1/signals/room-sensor", "")
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", timestamp)
                        .header("webhook-signature", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String secret() {
        return "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    }

    /** A door that knows four tokens. */
    @Factory
    @Requires(property = "tests.door")
    static final class Door {

        @Singleton
        @Named("away")
        AtomicBoolean away() {
            return new AtomicBoolean();
        }

        /** Loses its database when told so. */
        @Singleton
        @Replaces(Signals.class)
        Signals signals(Pools pools, @Named("away") AtomicBoolean away) throws SQLException {
            DataSource here = pools.work();
            DataSource nowhere = TestDatabase.unreachable().work();
            return new MariaSignals(switching(() -> away.get() ? nowhere : here));
        }

        private static DataSource switching(Supplier<DataSource> which) {
            return (DataSource) Proxy.newProxyInstance(
                    Door.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> which.get().getConnection());
        }

        @Singleton
        @Replaces(ApiTokenRows.class)
        ApiTokenRows tokens(@Named("away") AtomicBoolean away) {
            return new FourTokens(away);
        }
    }

    private record FourTokens(AtomicBoolean away) implements ApiTokenRows {

        private static final Map<String, ApiToken> KNOWN = Map.of(
                Secrets.hash(TOKEN), token("alertmanager", Action.SEND_SIGNAL),
                Secrets.hash("xuhang_second"), token("alertmanager.2", Action.SEND_SIGNAL),
                Secrets.hash("xuhang_generic"), token("generic", Action.SEND_SIGNAL),
                Secrets.hash("xuhang_reader"), token("alertmanager", Action.READ_CASES));

        private static ApiToken token(String name, Action scope) {
            return new ApiToken("h", name, Set.of(scope), "admin", Instant.EPOCH, Instant.MAX);
        }

        @Override
        public Optional<ApiToken> find(String hash) {
            if (away.get()) {
                throw new CannotGetJdbcConnectionException(
                        "no connection", new SQLTransientConnectionException("pool is empty", "08001"));
            }
            return Optional.ofNullable(KNOWN.get(hash));
        }

        @Override
        public void add(ApiToken token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ApiToken> all() {
            return List.copyOf(KNOWN.values());
        }

        @Override
        public boolean remove(String name) {
            return false;
        }
    }
}
