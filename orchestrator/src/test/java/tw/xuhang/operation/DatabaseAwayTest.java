package tw.xuhang.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.home.Home;

/** O2 with a real mariadbd that is stopped, frozen and killed under a running service. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DatabaseAwayTest {

    private static final String PASSWORD = "a long enough password";

    private final HttpClient client = HttpClient.newHttpClient();
    private Home home;
    private EmbeddedDatabase database;
    private ApplicationContext service;
    private URI base;
    private Browser browser;
    private String source = "";
    private String reader = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        home = new Home(folder.resolve("db-home"));
        database = EmbeddedDatabase.starting(home);
        service = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("away")
                .banner(false)
                // The service takes it for one that others run, so that it can be taken away from it.
                .singletons(new ExternalDatabase(database.address()))
                .properties(Map.of(
                        "xuhang.home",
                        folder.resolve("home").toString(),
                        "xuhang.sources.generic.format",
                        "generic",
                        "micronaut.server.port",
                        -1))
                .start();
        base = service.getBean(EmbeddedServer.class).start().getURI();
        var accounts = service.getBean(Accounts.class);
        accounts.put(new Account("contact", "資安聯絡人", Set.of(Role.SECURITY_CONTACT), false, true));
        accounts.passwordHash("contact", service.getBean(Passwords.class).hash(PASSWORD), false);
        browser = new Browser(base);
        assertThat(browser.signIn("contact", PASSWORD, "").statusCode()).isEqualTo(303);
        source = token("generic", Action.SEND_SIGNAL);
        reader = token("reader", Action.READ_CASES);
    }

    @AfterAll
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void aStoppedDatabaseIsSaidEverywhereAndItsReturnIsFoundWithoutARestart() {
        assertThat(ready()).isEqualTo("UP");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(send("before").statusCode()).isEqualTo(202);

        database.close();

        everyDoorAsksToComeAgain();
        assertThat(ready()).isEqualTo("DOWN");
        assertThat(get("/health/liveness", "").statusCode())
                .as("a restart of the service would help nobody")
                .isEqualTo(200);
        assertThat(browser.get("/static/xuhang.css").statusCode())
                .as("the page that says so has its looks")
                .isEqualTo(200);

        database = EmbeddedDatabase.starting(home);
        database.address();

        comesBack("after");
    }

    @Test
    void aFrozenDatabaseIsNotWaitedForForEver() throws Exception {
        signal("STOP");
        try {
            long begun = System.nanoTime();
            assertThat(ready()).isEqualTo("DOWN");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("readiness asks over the connections of people")
                    .isLessThan(Duration.ofSeconds(15));
            asksToComeAgain(browser.get("/"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(50));
        } finally {
            signal("CONT");
        }
        comesBack("thawed");
    }

    @Test
    void aKilledDatabaseIsStartedAgainAndWorkGoesOn() throws Exception {
        assertThat(send("alive").statusCode()).isEqualTo(202);
        signal("KILL");
        comesBack("risen");
    }

    private void everyDoorAsksToComeAgain() {
        HttpResponse<String> page = browser.get("/");
        asksToComeAgain(page);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("資料庫暫時沒有回應", "<html").doesNotContain("Exception");
        asksToComeAgain(browser.get("/incidents/115-0001"));
        asksToComeAgain(browser.get("/a/0123456789abcdef0123456789abcdef"));
        asksToComeAgain(browser.get("/v/0123456789abcdef0123456789abcdef"));
        Browser stranger = new Browser(base);
        asksToComeAgain(stranger.post("/login", "/login", Map.of("name", "contact", "password", PASSWORD)));
        for (HttpResponse<String> answer : List.of(
                get("/api/v1/incidents", reader),
                get("/api/v1/consents", reader),
                get("/api/v1/signals/1", reader),
                send("away"))) {
            asksToComeAgain(answer);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"status\":503").doesNotContain("SQL", "127.0.0.1", "Exception");
        }
    }

    private static void asksToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After"))
                .as(answer.uri().toString())
                .contains("5");
    }

    private void comesBack(String key) {
        await().atMost(Duration.ofSeconds(40)).until(() -> ready().equals("UP"));
        await().atMost(Duration.ofSeconds(20)).until(() -> send(key).statusCode() == 202);
        await().atMost(Duration.ofSeconds(20)).until(() -> browser.get("/").statusCode() == 200);
        assertThat(get("/api/v1/incidents", reader).statusCode()).isEqualTo(200);
    }

    private String ready() {
        String body = get("/health/readiness", "").body();
        return body.contains("\"status\":\"UP\"") && !body.contains("DOWN") ? "UP" : "DOWN";
    }

    private String token(String name, Action scope) {
        var made = service.getBean(ApiTokens.class).make(name, Set.of(scope), Duration.ofHours(1), "admin");
        return ((ApiTokens.Made.Token) made).raw();
    }

    private HttpResponse<String> send(String key) {
        return exchange(request("/api/v1/signals/generic", source)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"key\":\"k%s\",\"kind\":\"power\",\"subject\":\"site/office\",\"title\":\"市電中斷\"}"
                                .formatted(key))));
    }

    private HttpResponse<String> get(String path, String token) {
        return exchange(request(path, token).GET());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) throws Exception {
        String pid = Files.readString(home.path().resolve("db/mariadbd.pid")).strip();
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}
