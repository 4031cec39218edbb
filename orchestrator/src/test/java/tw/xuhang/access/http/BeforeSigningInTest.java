package tw.xuhang.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the door gives to everybody: the look of the pages and the language they speak. */
@MicronautTest(transactional = false)
final class BeforeSigningInTest {

    @Inject
    private EmbeddedServer server;

    @Test
    void languageAndThemeAreKeptAndSendNobodyElsewhere() {
        Browser browser = browser();
        assertThat(browser.get("/login").body()).contains("lang=\"zh-Hant-TW\"").contains("登入");
        assertThat(browser.get("/preferences?language=en&theme=dark&back=//evil.test")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
        assertThat(browser.get("/login").body())
                .contains("lang=\"en\" data-theme=\"dark\"")
                .contains("Sign in");
    }

    @Test
    void whatThePagesNeedComesFromHere() {
        for (String asset :
                List.of("xuhang.css", "xuhang.js", "icon.svg", "htmx/htmx.min.js", "htmx-ext-sse-2.2.4.min.js")) {
            assertThat(browser().get("/static/" + asset).statusCode()).as(asset).isEqualTo(200);
        }
    }

    private Browser browser() {
        return new Browser(server.getURI());
    }
}
