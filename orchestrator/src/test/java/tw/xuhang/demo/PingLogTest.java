package tw.xuhang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PingLogTest {

    private static final String LOG = """
            PING 203.0.113.10 (203.0.113.10) 56(84) bytes of data.
            [1700000000.100000] 64 bytes from 203.0.113.10: icmp_seq=1 ttl=62 time=0.1 ms
            [1700000000.200000] 64 bytes from 203.0.113.10: icmp_seq=2 ttl=62 time=0.1 ms
            [1700000000.400000] no answer yet for icmp_seq=3
            [1700000003.200000] 64 bytes from 203.0.113.10: icmp_seq=32 ttl=62 time=0.1 ms
            [1700000003.900000] 64 bytes from 203.0.113.10: icmp_seq=39 ttl=62 time=0.1 ms
            """;

    @TempDir
    Path folder;

    @Test
    void anOutageIsTheLongestSilenceBetweenTwoAnswers() throws IOException {
        PingLog log = log(LOG);

        assertThat(log.longestAfter(Instant.ofEpochSecond(1700000000))
                        .orElseThrow()
                        .seconds())
                .isEqualTo(3.0);
    }

    @Test
    void whatWasOverBeforeTheCutDoesNotCount() throws IOException {
        assertThat(log(LOG).longestAfter(Instant.ofEpochMilli(1700000003500L))
                        .orElseThrow()
                        .seconds())
                .isEqualTo(0.7);
    }

    @Test
    void withoutAnAnswerSinceNothingIsKnownOfTheEnd() throws IOException {
        assertThat(log(LOG).longestAfter(Instant.ofEpochSecond(1700000004))).isEmpty();
    }

    private PingLog log(String text) throws IOException {
        return PingLog.read(Files.writeString(folder.resolve("ping.log"), text));
    }
}
