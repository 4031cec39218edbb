package tw.xuhang.runbook.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({"0s, 0", "45s, 45", "12m3s, 723", "4h, 14400", "1d, 86400", "3d5s, 259205", "2d1h1m1s, 176461"})
    void aTimeReadsAsItIsWritten(String text, long seconds) {
        assertThat(text).matches(Elapsed.PATTERN);
        assertThat(Elapsed.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(Elapsed.print(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "5", "3s2m", "-1s", "1.5h", "5 s"})
    void whatIsNoTimeIsRefused(String text) {
        assertThat(text).doesNotMatch(Elapsed.PATTERN);
    }
}
