package tw.xuhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    private final Words zh = Words.in(Language.ZH);
    private final Words en = Words.in(Language.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(file("zh_TW").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(file("en").stringPropertyNames()));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        Properties chinese = file("zh_TW");
        Properties english = file("en");
        for (String key : chinese.stringPropertyNames()) {
            assertThat(holes(english.getProperty(key))).as(key).isEqualTo(holes(chinese.getProperty(key)));
        }
    }

    @Test
    void chineseIsWrittenInTaiwan() {
        for (String word : new String[] {"信息", "網絡", "服務器", "數據", "默認", "軟件", "屏幕", "登錄成功"}) {
            assertThat(file("zh_TW").values()).noneMatch(text -> text.toString().contains(word));
        }
    }

    @Test
    void anAcceptedLanguageIsChosenAndChineseIsTheDefault() {
        assertThat(Language.of("en-GB,en;q=0.8")).isEqualTo(Language.EN);
        assertThat(Language.of("zh-TW,en;q=0.5")).isEqualTo(Language.ZH);
        assertThat(Language.of("")).isEqualTo(Language.ZH);
    }

    @Test
    void timesAreShownInTaipei() {
        Instant at = Instant.parse("2026-11-22T05:05:20Z");
        assertThat(zh.full(at)).isEqualTo("2026-11-22 13:05:20");
        assertThat(zh.iso(at)).isEqualTo("2026-11-22T13:05:20+08:00");
        assertThat(zh.roc(at)).isEqualTo("115年11月22日 13時05分");
        assertThat(zh.near(at, at.plusSeconds(3600))).isEqualTo("13:05");
        assertThat(zh.near(at, at.plus(Duration.ofHours(11)))).isEqualTo("11-22 13:05");
    }

    @Test
    void spansAreReadAtAGlance() {
        assertThat(Words.span(Duration.ofSeconds(7835))).isEqualTo("02:10:35");
        assertThat(Words.span(Duration.ofDays(3).plusSeconds(5))).isEqualTo("3d 00:00:05");
        assertThat(Words.span(Duration.ofSeconds(-61))).isEqualTo("−00:01:01");
        assertThat(zh.about(Duration.ofHours(4))).isEqualTo("4 小時");
        assertThat(en.about(Duration.ofMinutes(90))).isEqualTo("90 min");
    }

    @Test
    void anUnknownKeyIsShownAndBreaksNothing() {
        assertThat(zh.get("no.such.key", 1)).isEqualTo("no.such.key");
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Properties file(String language) {
        Properties properties = new Properties();
        try (var in = Words.class.getResourceAsStream("messages_" + language + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
