package tw.xuhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page with sample values in a real browser: it fits a phone, its targets can be hit, nothing is refused. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesLookTest {

    private final Chromium chromium = new Chromium();

    @AfterAll
    void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"ZH, light, 360", "ZH, dark, 1280", "EN, light, 360"})
    void everyPageFitsAndCanBeUsed(Language language, String theme, int width) {
        List<String> faults = new ArrayList<>();
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale(language.tag()))) {
            new Styleguide(language, theme).pages().forEach((name, html) -> {
                String shot = "%s-%s-%d-%s.png".formatted(name, theme, width, language);
                look(context, html, Path.of("target/shots", shot)).forEach(fault -> faults.add(name + ": " + fault));
            });
        }
        assertThat(faults).isEmpty();
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"ZH, dark, 360", "ZH, light, 1280"})
    void itDoesSoInTheOtherLightToo(Language language, String theme, int width) {
        everyPageFitsAndCanBeUsed(language, theme, width);
    }

    private static List<String> look(BrowserContext context, String html, Path shot) {
        List<String> faults = new ArrayList<>();
        try (Page page = context.newPage()) {
            page.route("**/*", route -> serve(route, html));
            page.onConsoleMessage(message -> {
                // The stub ends its event stream, which the extension reports; everything else is a fault.
                if (message.type().equals("error") && !message.text().equals("[object Event]")) {
                    faults.add(message.text());
                }
            });
            page.navigate("http://xuhang.test/page");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(shot));
            for (Object fault : (List<?>) page.evaluate(FAULTS)) {
                faults.add(String.valueOf(fault));
            }
        }
        return faults;
    }

    /** Too wide for the window, or a thing to press that is less than 44 px high. */
    private static final String FAULTS = """
            () => {
              const faults = [];
              if (document.documentElement.scrollWidth > window.innerWidth) faults.push("wider than the window: " + document.documentElement.scrollWidth);
              for (const e of document.querySelectorAll("button, .button, .strip a, summary, input:not([type=hidden]), textarea")) {
                const box = e.getBoundingClientRect();
                if (e.closest(".check") || box.height === 0) continue;
                if (box.height < 43.9) faults.push("target of " + box.height + " px: " + e.outerHTML.slice(0, 80));
              }
              for (const e of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
                if (!e.labels?.length && !e.ariaLabel) faults.push("no label: " + e.outerHTML);
              }
              if (!document.querySelector("h1")) faults.push("no heading");
              const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
              ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => faults.push("id twice: " + id));
              return faults;
            }
            """;

    private static void serve(Route route, String html) {
        String path = route.request().url().replaceFirst("https?://[^/]+", "");
        if (path.equals("/page")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setHeaders(Map.of("Content-Type", "text/html;charset=utf-8"))
                    .setBody(html));
        } else if (path.startsWith("/static/")) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType(type(path)).setBodyBytes(resource(path.substring(1))));
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/event-stream")
                    .setBody("event: beat\ndata: " + Samples.NOW.toEpochMilli() + "\n\n"));
        }
    }

    private static String type(String path) {
        return path.endsWith(".css") ? "text/css" : path.endsWith(".svg") ? "image/svg+xml" : "text/javascript";
    }

    private static byte[] resource(String path) {
        String name = path.startsWith("static/htmx/")
                ? "META-INF/resources/webjars/htmx.org/2.0.10/dist/" + path.substring("static/htmx/".length())
                : path;
        try (InputStream in = PagesLookTest.class.getClassLoader().getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
