package tw.xuhang.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Role;

/** A live page was let in once; whoever may look no more sees no more. Reading past the end would wait for ever. */
@MicronautTest(transactional = false)
@Timeout(60)
final class OnlookerTest {

    private static final String PASSWORD = "a long enough password";

    @Inject
    private EmbeddedServer server;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private ApiTokens tokens;

    @Test
    void aStreamEndsWithTheSession() throws Exception {
        Browser browser = signedIn("looker-leaves");
        InputStream events = begun(cookie(browser));
        browser.post("/account/password", "/logout", Map.of());
        ends(events);
    }

    @Test
    void aStreamEndsWhenTheAccountIsClosed() throws Exception {
        InputStream events = begun(cookie(signedIn("looker-closed")));
        accounts.put(new Account("looker-closed", "某人", Set.of(Role.CISO), false, false));
        ends(events);
    }

    @Test
    void aStreamEndsWithTheRight() throws Exception {
        InputStream events = begun(cookie(signedIn("looker-moved")));
        accounts.put(new Account("looker-moved", "某人", Set.of(), false, true));
        ends(events);
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        var made = (ApiTokens.Made.Token)
                tokens.make("looker-token", Set.of(Action.READ_CASES), Duration.ofDays(1), "admin");
        InputStream events = begun(request().header("Authorization", "Bearer " + made.raw()));
        tokens.revoke("looker-token");
        ends(events);
    }

    private static void ends(InputStream events) throws IOException {
        events.transferTo(OutputStream.nullOutputStream());
    }

    /** The stream after its first bytes. */
    private static InputStream begun(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().read()).isNotNegative();
        return answer.body();
    }

    private HttpRequest.Builder cookie(Browser browser) {
        return request()
                .header(
                        "Cookie",
                        "xuhang_session=" + browser.cookie("xuhang_session").orElseThrow());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(server.getURI().resolve("/board/events")).header("Accept", "text/event-stream");
    }

    private Browser signedIn(String name) {
        accounts.put(new Account(name, "某人", Set.of(Role.CISO), false, true));
        accounts.passwordHash(name, passwords.hash(PASSWORD), false);
        Browser browser = new Browser(server.getURI());
        assertThat(browser.signIn(name, PASSWORD, "").statusCode()).isEqualTo(303);
        return browser;
    }
}
