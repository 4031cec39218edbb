package tw.xuhang.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Role;

/** Guessing over real HTTP by somebody who pretends to come from elsewhere each time. */
@MicronautTest(transactional = false)
final class GuessingTest {

    private static final String PASSWORD = "a long enough password";

    @Inject
    private EmbeddedServer server;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Test
    void aMadeUpAddressDoesNotKeepTheDoorOpenForPasswords() {
        account("masked-guesser");
        Browser browser = new Browser(server.getURI());
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(browser, "wrong " + i, i)).isEqualTo(401);
        }
        assertThat(attempt(browser, PASSWORD, 6)).isEqualTo(429);
    }

    @Test
    void aMadeUpAddressDoesNotKeepTheDoorOpenForCodes() {
        account("masked-codes");
        accounts.totpSecret("masked-codes", "12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        Browser browser = new Browser(server.getURI());
        browser.post("/login", "/login", Map.of("name", "masked-codes", "password", PASSWORD));
        int last = 0;
        for (int i = 0; i < 6; i++) {
            String token = Browser.token(browser.get("/login/code").body()).orElseThrow();
            var form = browser.form("/login/code", Map.of("code", "not a code", "csrf", token));
            last = browser.send(form.header("X-Forwarded-For", "203.0.113." + i))
                    .statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void aMadeUpAddressDoesNotKeepTheApiOpenForPasswords() {
        account("masked-script");
        Browser browser = new Browser(server.getURI());
        String last = "";
        for (int i = 0; i < 6; i++) {
            String both = "masked-script:" + (i < 5 ? "wrong" : PASSWORD);
            var request = browser.request("/api/v1/consents/none/grant")
                    .setHeader("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
                    .header("X-Forwarded-For", "203.0.113." + i)
                    .POST(BodyPublishers.ofString("{\"version\":1,\"code\":\"000000\"}"));
            var answer = browser.send(request);
            last = answer.statusCode() + " " + answer.body();
        }
        assertThat(last).startsWith("429 ");
    }

    private static int attempt(Browser browser, String password, int i) {
        String token = Browser.token(browser.get("/login").body()).orElseThrow();
        var form = browser.form("/login", Map.of("name", "masked-guesser", "password", password, "csrf", token));
        return browser.send(form.header("X-Forwarded-For", "203.0.113." + i)
                        .header("Forwarded", "for=203.0.113." + i)
                        .header("X-Real-IP", "203.0.113." + i))
                .statusCode();
    }

    private void account(String name) {
        accounts.put(new Account(name, "某人", Set.of(Role.CISO), false, true));
        accounts.passwordHash(name, passwords.hash(PASSWORD), false);
    }
}
