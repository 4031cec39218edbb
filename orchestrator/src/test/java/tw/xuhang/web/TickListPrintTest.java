package tw.xuhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;
import tw.xuhang.runbook.language.TickList;

/** The tick-lists on the paper of a real browser: the sheets are as many as were counted, and no line runs out of its cell. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TickListPrintTest {

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");
    private static final String TOO_WIDE =
            "Array.from(document.querySelectorAll('td')).filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.innerText)";

    private final Chromium chromium = new Chromium();

    @AfterAll
    void stop() {
        chromium.close();
    }

    @Test
    void aBrowserPrintsAsManySheetsAsWereCounted() {
        for (Runbook runbook :
                Library.shipped(Surroundings.unknown()).runbooks().values()) {
            for (String language : List.of("zh-TW", "en")) {
                try (Page page = chromium.browser().newPage()) {
                    page.setContent(TickList.html(runbook, language));
                    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
                    long sheets = SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results()
                            .count();
                    assertThat(sheets).as(runbook.key() + " " + language).isEqualTo(TickList.pages(runbook, language));
                    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
                }
            }
        }
    }
}
