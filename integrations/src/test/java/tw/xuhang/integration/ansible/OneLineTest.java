package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {

    @Test
    void oneLineStaysOneLine() {
        assertThat(OneLine.of("first\r\nsecond\u2028third\u0085", 100)).isEqualTo("first\\nsecond\\u2028third\\u0085");
    }

    @Test
    void terminalColoursAreTakenOut() {
        assertThat(OneLine.of("\u001b[0;31mfatal: [here]\u001b[0m", 100)).isEqualTo("fatal: [here]");
    }

    @Test
    void whatCouldMoveACursorOrTurnTheTextAroundIsWrittenOut() {
        assertThat(OneLine.of("a\u001b]0;title\u0007b\u202ec\u0008", 100))
                .isEqualTo("a\\u001b]0;title\\u0007b\\u202ec\\u0008");
    }

    @Test
    void chineseAndSymbolsBeyondTheBasicPlaneStay() {
        assertThat(OneLine.of("切換至備援線路 𠮷🚨", 100)).isEqualTo("切換至備援線路 𠮷🚨");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        assertThat(OneLine.of("x".repeat(1_000_000), 10)).isEqualTo("xxxxxxxxxx…");
        assertThat(OneLine.of("xxxxxxxxxx", 10)).isEqualTo("xxxxxxxxxx");
    }
}
