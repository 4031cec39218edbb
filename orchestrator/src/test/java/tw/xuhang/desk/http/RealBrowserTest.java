package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tw.xuhang.access.Role;
import tw.xuhang.casebook.http.Cases;
import tw.xuhang.web.Chromium;

/** The running service in a real browser: what only a browser does (origins, policies, live regions) is seen here. */
@Tag("slow")
@MicronautTest(transactional = false)
@TestInstance(Lifecycle.PER_CLASS)
final class RealBrowserTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    private final Chromium chromium = new Chromium();
    private final List<String> faults = new ArrayList<>();

    @AfterAll
    void stop() {
        chromium.close();
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        assertThat(faults).isEmpty();
    }

    @Test
    void aPersonSignsInReadsTheCaseAndEndsATaskAndThePageFollowsByItself() {
        String number = cases.openWithTasks();
        cases.person("browser-room", Role.SERVER_ROOM);
        try (BrowserContext context = open(1280)) {
            Page page = signedIn(context, "browser-room");
            page.locator("a[href='/incidents/" + number + "']").first().click();
            see(page, "incident", "官方網站中斷");
            page.locator("a[href='/runs/" + number + ".1']").first().click();
            see(page, "run", "兩項任務");
            page.getByLabel("燈號").check();
            page.getByLabel("障礙點").fill("機房出口光纜");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("✔ 完成"))
                    .click();
            // Nobody reloads: the page is told that the run has gone on.
            PlaywrightAssertions.assertThat(page.locator("body")).containsText("寫下");
        }
    }

    @Test
    void aRunIsPausedAndResumedOnAPhoneAndThePageFollowsByItself() {
        String run = "/runs/" + cases.openWithTasks() + ".1";
        cases.person("pausing-leader", Role.TEAM_LEADER);
        try (BrowserContext context = open(360)) {
            Page page = signedIn(context, "pausing-leader");
            page.navigate(server.getURI() + run);
            page.locator("#pause summary").click();
            page.locator("#pause-reason").fill("先確認備援線路是否超限");
            page.locator("#pause button").click();
            see(page, "run-paused", "起暫停");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("恢復執行"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("起暫停");
            PlaywrightAssertions.assertThat(page.locator("#pause")).isVisible();
        }
    }

    @Test
    void theLeaderAsksForConsentOnAPhone() {
        String number = cases.openWithTasks();
        cases.away(number, "official-documents", Duration.ofSeconds(90));
        cases.consent(number);
        cases.person("leader", Role.TEAM_LEADER);
        try (BrowserContext context = open(360)) {
            Page page = signedIn(context, "leader");
            page.navigate(server.getURI() + "/incidents/" + number + "/declaration");
            see(page, "declaration", "公文系統");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        } finally {
            cases.back("official-documents");
        }
    }

    private BrowserContext open(int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale("zh-TW"));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text() + " at " + message.location());
            }
        });
        return context;
    }

    private Page signedIn(BrowserContext context, String account) {
        Page page = context.newPage();
        page.navigate(server.getURI() + "/");
        page.getByLabel("帳號").fill(account);
        page.getByLabel("密碼").fill(Cases.PASSWORD);
        page.locator("main form button").click();
        page.locator("input[name=code]").fill(cases.code(false));
        page.locator("main form button").click();
        PlaywrightAssertions.assertThat(page.locator(".strip")).containsText("登出");
        see(page, "board-" + account, "服務狀態");
        return page;
    }

    private static void see(Page page, String name, String text) {
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(text);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/shots", "real-" + name + ".png")));
    }
}
