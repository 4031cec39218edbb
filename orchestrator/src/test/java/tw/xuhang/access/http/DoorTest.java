package tw.xuhang.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Link;
import tw.xuhang.access.Links;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Role;
import tw.xuhang.access.RolesAndActions;
import tw.xuhang.access.Sessions;
import tw.xuhang.access.Totp;

/** The door over real HTTP, against the database. */
@MicronautTest(transactional = false)
final class DoorTest {

    private static final String PASSWORD = "a long enough password";
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Inject
    private EmbeddedServer server;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Sessions sessions;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Links links;

    @Inject
    private InstantSource clock;

    @Test
    void everyCellOfTheTableHoldsOverHttp() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Browser browser =
                    signedIn("r-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role);
            RolesAndActions.cells().stream().filter(cell -> cell.role() == role).forEach(cell -> {
                int status = browser.get("/test/" + cell.action()).statusCode();
                if (status != (cell.allowed() ? 200 : 403)) {
                    wrong.add(cell + " answered " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRouteThatSaysNothingIsClosedToEverybody() {
        assertThat(browser().get("/test/unmarked").statusCode()).isEqualTo(303);
        assertThat(signedIn("everything", Role.values()).get("/test/unmarked").statusCode())
                .isEqualTo(403);
        assertThat(browser().get("/test/open").statusCode()).isEqualTo(200);
    }

    @Test
    void aStrangerIsSentToTheSignInPageAndAProgramIsToldSo() {
        HttpResponse<String> page = browser().get("/test/READ_CASES");
        assertThat(page.headers().firstValue("Location")).hasValue("/login?next=%2Ftest%2FREAD_CASES");
        HttpResponse<String> api = browser()
                .send(browser()
                        .request("/api/v1/tokens")
                        .setHeader("Accept", "*/*")
                        .GET());
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(api.body())
                .contains("\"code\":\"unauthorized\"", "\"status\":401")
                .doesNotContain("traceId");
    }

    @Test
    void signingInTakesPasswordAndCodeAndLeadsBack() {
        account("two-steps", Role.CISO);
        accounts.totpSecret("two-steps", SECRET);
        Browser browser = browser();
        browser.post("/login?next=/test/READ_CASES", "/login", Map.of("name", "two-steps", "password", PASSWORD));
        assertThat(browser.get("/test/READ_CASES").headers().firstValue("Location"))
                .as("half way in is not in")
                .hasValue("/login/code");
        String code = Totp.at(SECRET, clock.instant());
        HttpResponse<String> in =
                browser.post("/login/code", "/login/code", Map.of("code", code, "next", "/test/READ_CASES"));
        assertThat(in.headers().firstValue("Location")).hasValue("/test/READ_CASES");
        assertThat(browser.get("/test/READ_CASES").statusCode()).isEqualTo(200);
        Browser second = browser();
        assertThat(second.signIn("two-steps", PASSWORD, code).statusCode())
                .as("the same code again")
                .isEqualTo(401);
        assertThat(second.get("/test/READ_CASES").statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkCannotSendAPersonElsewhereAfterSigningIn() {
        account("local-only", Role.CISO);
        for (String next : List.of("//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)")) {
            HttpResponse<String> in = browser()
                    .post("/login", "/login", Map.of("name", "local-only", "password", PASSWORD, "next", next));
            assertThat(in.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void aSessionPlantedBeforeSigningInIsWorthNothingAfter() {
        account("fixated", Role.CISO);
        Browser browser = browser();
        String planted = "A".repeat(43);
        browser.plant("xuhang_session", planted);
        browser.signIn("fixated", PASSWORD, "");
        assertThat(browser.cookie("xuhang_session")).isPresent().isNotEqualTo(Optional.of(planted));
        assertThat(sessions.find(planted)).isEmpty();
    }

    @Test
    void theCodeMakesANewCookieToo() {
        account("rotated", Role.CISO);
        accounts.totpSecret("rotated", SECRET);
        Browser browser = browser();
        browser.post("/login", "/login", Map.of("name", "rotated", "password", PASSWORD));
        String half = browser.cookie("xuhang_session").orElseThrow();
        browser.post("/login/code", "/login/code", Map.of("code", Totp.at(SECRET, clock.instant())));
        assertThat(browser.cookie("xuhang_session")).isPresent().isNotEqualTo(Optional.of(half));
        assertThat(sessions.find(half)).isEmpty();
    }

    @Test
    void noScriptReadsTheCookieAndNoOtherSiteSendsItAlong() {
        account("flags", Role.CISO);
        HttpResponse<String> in = browser().signIn("flags", PASSWORD, "");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("xuhang_session=")
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
        Browser behindProxy = browser();
        HttpResponse<String> page = behindProxy.send(behindProxy
                .request("/login")
                .header("X-Forwarded-Proto", "https")
                .GET());
        assertThat(page.headers().firstValue("Set-Cookie")).get().asString().contains("Secure");
    }

    @Test
    void afterSigningOutTheCookieOpensNothing() {
        Browser browser = signedIn("leaving", Role.CISO);
        String cookie = browser.cookie("xuhang_session").orElseThrow();
        assertThat(browser.post("/account/password", "/logout", Map.of()).statusCode())
                .isEqualTo(303);
        Browser thief = browser();
        thief.plant("xuhang_session", cookie);
        assertThat(thief.get("/test/READ_CASES").statusCode()).isEqualTo(303);
    }

    @Test
    void aPostWithoutTheFormsTokenIsRefused() {
        Browser browser = signedIn("poster", Role.CISO);
        assertThat(browser.postBare("/test/post", Map.of("text", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.postBare("/test/post", Map.of("text", "x", "csrf", "0".repeat(64)))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> good = browser.post("/account/password", "/test/post", Map.of("text", "續航"));
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).as("the body is still there for the route").isEqualTo("in 續航");
    }

    @Test
    void aTokenOfAnotherSessionIsRefused() {
        Browser one = signedIn("one", Role.CISO);
        Browser other = signedIn("other", Role.CISO);
        String token = Browser.token(other.get("/account/password").body()).orElseThrow();
        assertThat(one.postBare("/test/post", Map.of("csrf", token)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aJsonPostByCookieNeedsTheTokenInAHeader() {
        Browser browser = signedIn("scripted", Role.CISO);
        String token = Browser.token(browser.get("/account/password").body()).orElseThrow();
        assertThat(json(browser, "").statusCode()).isEqualTo(403);
        assertThat(json(browser, token).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatAnotherSiteMadeIsRefusedEvenWithATokenInIt() {
        Browser browser = signedIn("lured", Role.CISO);
        String token = Browser.token(browser.get("/account/password").body()).orElseThrow();
        var request = browser.form("/test/post", Map.of("csrf", token)).setHeader("Sec-Fetch-Site", "cross-site");
        assertThat(browser.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void theSignInFormIsTiedToTheBrowserThatAskedForIt() {
        account("tied", Role.CISO);
        String token = Browser.token(browser().get("/login").body()).orElseThrow();
        Browser other = browser();
        other.get("/login");
        assertThat(other.postBare("/login", Map.of("name", "tied", "password", PASSWORD, "csrf", token))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void guessingLocksTheAccountForThatSourceAndLeavesLinksOpen() {
        account("guessed", Role.CISO);
        String link = links.make(Link.Kind.CONSENT, "c-1", "guessed", Duration.ofHours(1));
        Browser browser = browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("guessed", "wrong " + i, "").statusCode()).isEqualTo(401);
        }
        assertThat(browser.signIn("guessed", PASSWORD, "").statusCode()).isEqualTo(429);
        assertThat(links.find(Link.Kind.CONSENT, link)).isPresent();
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() {
        account("known", Role.CISO);
        HttpResponse<String> unknown = browser().signIn("unknown-name", "x", "");
        HttpResponse<String> wrong = browser().signIn("known", "x", "");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("帳號、密碼或驗證碼不正確");
    }

    @Test
    void aGivenPasswordMustBeChangedBeforeAnythingElse() {
        accounts.put(new Account("fresh", "新人", Set.of(Role.CISO), true, true));
        accounts.passwordHash("fresh", passwords.hash(PASSWORD), true);
        Browser browser = browser();
        browser.signIn("fresh", PASSWORD, "");
        assertThat(browser.get("/test/READ_CASES").headers().firstValue("Location"))
                .hasValue("/account/password");
        String page = "/account/password";
        assertThat(browser.post(page, page, Map.of("old", PASSWORD, "password", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(page, page, Map.of("old", PASSWORD, "password", "another long password"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/test/READ_CASES").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOpensItsScopesAndNothingElse() {
        String raw = token("reader", Action.READ_CASES);
        assertThat(bearer("/test/READ_CASES", raw)).isEqualTo(200);
        assertThat(bearer("/test/DECLARE", raw)).isEqualTo(403);
        assertThat(bearer("/test/READ_CASES", raw + "x")).isEqualTo(401);
        tokens.revoke("reader");
        assertThat(bearer("/test/READ_CASES", raw)).isEqualTo(401);
    }

    @Test
    void anAdministratorMakesTokensOverTheApiAndSeesTheSecretOnce() {
        Browser browser = signedIn("keeper", Role.ADMINISTRATOR);
        String token = Browser.token(browser.get("/account/password").body()).orElseThrow();
        var request = browser.request("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", token)
                .POST(BodyPublishers.ofString("{\"name\":\"grafana\",\"scopes\":[\"send-signal\"],\"days\":30}"));
        HttpResponse<String> made = browser.send(request);
        assertThat(made.statusCode()).isEqualTo(201);
        String raw = made.body().replaceAll("(?s).*\"token\":\"(xuhang_[^\"]+)\".*", "$1");
        assertThat(bearer("/test/SEND_SIGNAL", raw)).isEqualTo(200);
        HttpResponse<String> all = browser.get("/api/v1/tokens");
        assertThat(all.body()).contains("grafana").doesNotContain(raw);
        assertThat(browser.send(request).statusCode()).as("the name is taken").isEqualTo(409);
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        HttpResponse<String> page = browser().get("/login");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain(" onclick=")
                .doesNotContain(" style=");
    }

    @Test
    void errorsArePlainPagesForPeopleAndProblemsForPrograms() {
        Browser browser = browser();
        HttpResponse<String> page = browser.get("/no/such/page");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>找不到</h1>");
        HttpResponse<String> api = browser.get("/api/v1/no-such-thing");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(header(api, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(api.body()).contains("\"type\":\"urn:xuhang:problem:not-found\"");
        assertThat(browser.send(browser.request("/test/open").DELETE()).statusCode())
                .isEqualTo(405);
        var wrongType = browser.request("/login")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<x/>"));
        assertThat(browser.send(wrongType).statusCode()).isEqualTo(415);
        var huge = browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("x".repeat(11 * 1024 * 1024)));
        assertThat(browser.send(huge).statusCode()).isEqualTo(413);
    }

    @Test
    void aFaultOfOursTellsAReferenceAndNothingOfTheInside() {
        HttpResponse<String> page = browser().get("/test/broken");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("錯誤代碼").doesNotContain("secret-of-the-inside");
        HttpResponse<String> api = browser()
                .send(browser()
                        .request("/test/broken")
                        .setHeader("Accept", "*/*")
                        .GET());
        assertThat(api.body()).contains("\"traceId\":\"").doesNotContain("secret-of-the-inside");
    }

    private Browser browser() {
        return new Browser(server.getURI());
    }

    private void account(String name, Role... roles) {
        accounts.put(new Account(name, "某人", Set.of(roles), false, true));
        accounts.passwordHash(name, passwords.hash(PASSWORD), false);
    }

    private Browser signedIn(String name, Role... roles) {
        account(name, roles);
        Browser browser = browser();
        assertThat(browser.signIn(name, PASSWORD, "").statusCode()).isEqualTo(303);
        return browser;
    }

    private String token(String name, Action scope) {
        return tokens.make(name, Set.of(scope), Duration.ofDays(1), "admin") instanceof ApiTokens.Made.Token made
                ? made.raw()
                : "";
    }

    private int bearer(String path, String raw) {
        Browser browser = browser();
        return browser.send(browser.request(path)
                        .setHeader("Accept", "*/*")
                        .header("Authorization", "Bearer " + raw)
                        .GET())
                .statusCode();
    }

    private static HttpResponse<String> json(Browser browser, String token) {
        var request = browser.request("/test/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":1}"));
        return browser.send(token.isEmpty() ? request : request.header("X-CSRF-Token", token));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
