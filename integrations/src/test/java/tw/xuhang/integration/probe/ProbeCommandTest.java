package tw.xuhang.integration.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.port.Prober.Question;
import tw.xuhang.runbook.port.Prober.Way;

class ProbeCommandTest {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Test
    void vantageStandsBeforeTheProbesOwnWords() {
        assertThat(ProbeCommand.of(new Question(
                        List.of("ip", "netns", "exec", "xh-router"),
                        Optional.of("p0"),
                        new Way.Icmp("203.0.113.10"),
                        HALF_A_SECOND)))
                .containsExactly(
                        "ip",
                        "netns",
                        "exec",
                        "xh-router",
                        "ping",
                        "-n",
                        "-c",
                        "1",
                        "-W",
                        "0.500",
                        "-I",
                        "p0",
                        "203.0.113.10");
    }

    @Test
    void curlAsksTheLineAndNotAProxy() {
        assertThat(ProbeCommand.of(http("http://[::1]:8081/health")))
                .startsWith("curl", "-q")
                .containsSequence("--noproxy", "::1")
                .endsWith("http://[::1]:8081/health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "", "a b", "a\nb", "a;b", "$(id)", "a/b"})
    void wordsThatAreNoHostAreRefused(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProbeCommand.of(icmp(List.of(), Optional.empty(), host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://-x/",
                "http://h/a b",
                "http://h/;id",
                "http://h/$(id)",
                "http://h/\n",
                "-o/etc/x",
                "http://user:secret@h/",
                "http://h/{a,b}",
                "http://h/?a&b"
            })
    void wordsThatAreNoUrlAreRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProbeCommand.of(http(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-I", "p 0", "", "a0123456789abcdef", "p0;id"})
    void wordsThatAreNoInterfaceAreRefused(String device) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbeCommand.of(icmp(List.of(), Optional.of(device), "127.0.0.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rf", "two words", "", "a\tb", "`id`", "a|b"})
    void vantagesThatAreNoCommandAreRefused(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbeCommand.of(icmp(List.of(word, "x"), Optional.empty(), "127.0.0.1")));
    }

    @Test
    void timeoutsThatNobodyMeansAreRefused() {
        for (Duration timeout : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProbeCommand.of(
                            new Question(List.of(), Optional.empty(), new Way.Icmp("127.0.0.1"), timeout)));
        }
    }

    private static Question icmp(List<String> vantage, Optional<String> through, String host) {
        return new Question(vantage, through, new Way.Icmp(host), HALF_A_SECOND);
    }

    private static Question http(String url) {
        return new Question(List.of(), Optional.empty(), new Way.Http(url), HALF_A_SECOND);
    }
}
