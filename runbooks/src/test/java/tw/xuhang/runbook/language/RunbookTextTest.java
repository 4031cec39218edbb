package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

class RunbookTextTest {

    @Test
    void aDutyOfficerReadsTheStepsInTheirOrder() {
        assertThat(RunbookText.print(sample(), "zh-TW"))
                .contains("1  確認  [探測 gate]\n      經由線路 $main；預期不通；須持續 5 秒；時限 10 秒；不符：結束，記為「false-alarm」\n")
                .contains("2a.1  切換  [自動 switch]")
                .contains("2a.4  驗證  [探測 look]")
                .contains("2b.1  同意  [同意 go]")
                .contains("組長報請資安長同意後，宣告啟動營運持續作業")
                .contains("[ ] 鑰匙")
                .contains("等到廠商接下派工單 call；時限 5 秒")
                .contains("3  anyone  [同時 anyone]\n      下列各項同時進行，任一項完成即可，其餘免辦：\n")
                .contains("2c  訪客網路  [手冊 guests]\n          執行手冊 guest-network，結束後才繼續；參數 line = $main、note = shut")
                .contains("2d  等候  [等候 steady]")
                .contains("""
                        4  續辦方式  [抉擇 way-on]
                              由上而下，只走第一個符合的分支：
                              4a  仍中斷  [分支 still-away]
                                  條件：steps.look.outcome == "failed" && outage.services > 0
                                  4a.1  告知中斷  [通報 say-away]
                        """)
                .contains("4b  back-again  [分支 back-again]\n          其他情形\n");
    }

    @Test
    void theSameInEnglish() {
        assertThat(RunbookText.print(sample(), "en"))
                .contains(
                        "1  Confirm  [probe gate]\n      through line $main; must not answer; for 5 s without a break; "
                                + "at most 10 s; otherwise: end as \"false-alarm\"\n")
                .contains("on failure: server room decides")
                .contains("starts  by itself on link.down (role = backbone)")
                .doesNotContainPattern("[\\p{IsHan}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "en"})
    void everyStepOfEveryShippedRunbookIsPrinted(String language) {
        for (Runbook runbook :
                Library.shipped(Surroundings.unknown()).runbooks().values()) {
            String text = RunbookText.print(runbook, language);
            for (Step step : runbook.everyStep()) {
                assertThat(text).contains(step.frame().title().in(language)).contains(" " + step.name() + "]");
            }
            assertThat(text).doesNotContain("{0}", "{1}");
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.ROOT));
    }

    @Test
    void everyRoleHasAName() {
        var words = new Words("zh-TW");
        assertThat(Surroundings.ROLES)
                .allSatisfy(role -> assertThat(words.role(role)).isNotEqualTo(role));
    }

    private static Set<String> keys(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "tw.xuhang.runbook.language.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(bundle.getLocale()).isEqualTo(locale);
        // Not keySet of the whole chain: English falls back to Chinese, and a missing word would hide.
        return bundle.keySet().stream()
                .filter(key ->
                        locale.equals(Locale.ROOT) || !bundle.getString(key).matches(".*\\p{IsHan}.*"))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Runbook sample() {
        return Sample.check(Sample.TEXT).runbook().orElseThrow();
    }
}
