package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tw.xuhang.runbook.Runbook;

class TickListTest {

    @TestFactory
    Stream<DynamicTest> everyShippedRunbookTakesOneToThreeSheets() {
        return Library.shipped(Surroundings.unknown()).runbooks().values().stream()
                .flatMap(runbook -> Stream.of("zh-TW", "en")
                        .map(language -> DynamicTest.dynamicTest(
                                runbook.key() + " " + language,
                                () -> assertThat(TickList.pages(runbook, language))
                                        .isBetween(1, 3))));
    }

    @TestFactory
    Stream<DynamicTest> noSheetHoldsMoreThanItsLinesAndNoLineIsWiderThanItsColumn() {
        return Library.shipped(Surroundings.unknown()).runbooks().values().stream()
                .map(runbook -> DynamicTest.dynamicTest(runbook.key(), () -> fits(runbook, "zh-TW")));
    }

    @Test
    void everyStepHasABoxInTheOrderOfTheRunbook() {
        Runbook sample = sample();
        List<String> titles = rows(sample, "zh-TW").stream()
                .filter(TickRow::tick)
                .map(row -> String.join("", row.title()))
                .toList();
        assertThat(titles)
                .containsExactlyElementsOf(sample.everyStep().stream()
                        .filter(step -> step.inner().isEmpty())
                        .map(step -> step.frame().title().zh())
                        .toList());
    }

    @Test
    void aTaskShowsWhoDoesItByWhenAndWhatIsFilledIn() {
        TickRow task = rows(sample(), "zh-TW").stream()
                .filter(row -> row.title().equals(List.of("異地辦公")))
                .findFirst()
                .orElseThrow();
        assertThat(task.who()).containsExactly("組長");
        assertThat(String.join("", task.expected())).isEqualTo("限 1 小時");
        assertThat(task.body()).contains("☐ 鑰匙").anyMatch(line -> line.startsWith("remark：＿"));
    }

    @Test
    void parametersStandThereAsWhatTheyAreUsually() {
        assertThat(TickList.html(sample(), "zh-TW")).doesNotContain("$main").contains("經由線路 main");
    }

    @Test
    void aStepLongerThanASheetIsDividedAndNothingIsLost() {
        String line = "甲乙丙丁戊己庚辛壬癸";
        String text = Sample.TEXT.replace("zh-TW: 請查明", "zh-TW: " + line.repeat(199));
        Runbook runbook = Sample.check(text).runbook().orElseThrow();
        fits(runbook, "zh-TW");
        String html = TickList.html(runbook, "zh-TW").replaceAll("<br>|<[^>]*>|\n|…", "");
        assertThat(html.split("甲", -1)).hasSize(200);
    }

    @Test
    void nothingIsFetchedAndTheTextCannotBecomeMarkup() {
        String text = Sample.TEXT.replace("zh-TW: 請查明", "zh-TW: '<script>1</script> & \"2\"'");
        String html = TickList.html(Sample.check(text).runbook().orElseThrow(), "zh-TW");
        assertThat(html)
                .contains("&lt;script&gt;1&lt;/script&gt; &amp; &quot;2&quot;")
                .doesNotContain("<script", "http", "url(", "@import", "src=", "<link");
    }

    @Test
    void inEnglishThereIsNoChinese() {
        assertThat(TickList.html(sample(), "en"))
                .doesNotContainPattern("[\\p{IsHan}]")
                .contains("page 1 of");
    }

    @Test
    void punctuationDoesNotBeginALineAndWordsStayWhole() {
        assertThat(PaperWidth.wrap("一二三四，五", 80)).containsExactly("一二三四，", "五");
        assertThat(PaperWidth.wrap("一二三 failover-route.yml", 200)).containsExactly("一二三", "failover-route.yml");
        assertThat(PaperWidth.wrap("a".repeat(95), 200)).hasSize(6);
    }

    @Test
    void aBoxStaysWithItsWordAndABlankInOnePiece() {
        assertThat(PaperWidth.wrap("甲乙丙　☐ 同意", 120)).containsExactly("甲乙丙", "☐ 同意");
        assertThat(PaperWidth.wrap("電話：＿＿＿　修復：＿＿＿", 240)).containsExactly("電話：＿＿＿　修復：", "＿＿＿");
    }

    @Test
    void aHeadingDoesNotStandAloneAtTheFootOfASheet() {
        var words = new Words("zh-TW");
        for (Runbook runbook :
                Library.shipped(Surroundings.unknown()).runbooks().values()) {
            for (int lines = 0; lines < TickList.LINES - 10; lines++) {
                assertThat(TickSheets.of(lines, TickRows.of(runbook, words)))
                        .filteredOn(sheet -> !sheet.isEmpty())
                        .allMatch(sheet -> sheet.getLast().tick());
            }
        }
    }

    private static void fits(Runbook runbook, String language) {
        var words = new Words(language);
        List<List<TickRow>> pages = TickSheets.of(new TickHead(runbook, words).lines(), TickRows.of(runbook, words));
        for (List<TickRow> page : pages) {
            int head = page.equals(pages.getFirst()) ? new TickHead(runbook, words).lines() : 0;
            int quarters = page.stream().mapToInt(TickSheets::height).sum();
            assertThat(head * 4 + quarters).isLessThanOrEqualTo(TickList.LINES * 4);
            page.forEach(row -> assertThat(Stream.concat(row.title().stream(), row.body().stream()))
                    .allMatch(line -> PaperWidth.of(line) <= TickRows.STEP_WIDTH + 20));
        }
    }

    private static List<TickRow> rows(Runbook runbook, String language) {
        return TickRows.of(runbook, new Words(language));
    }

    private static Runbook sample() {
        return Sample.check(Sample.TEXT).runbook().orElseThrow();
    }
}
