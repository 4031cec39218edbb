package tw.xuhang.integration.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tw.xuhang.integration.lab.Lab;
import tw.xuhang.runbook.port.Prober.Question;
import tw.xuhang.runbook.port.Prober.Way;

/** The two lines of the office, asked in the lab's namespaces. */
@Tag("slow")
class LabProbeTest {

    private static final String INTERNET = "203.0.113.10";
    private static final String TREASURY = "http://203.0.113.10:8082/";
    private static final String OFFICIAL_DOCUMENTS = "http://203.0.113.130:8084/";
    private static final String QUEUE_DISPLAY = "http://10.10.0.1:8085/";

    private final CommandProber prober = new CommandProber(System::nanoTime);
    private Lab lab;

    @BeforeEach
    void up() throws Exception {
        lab = Lab.up("probe");
    }

    @AfterEach
    void down() throws Exception {
        lab.down();
    }

    @Test
    void eachUplinkIsAskedByItselfWhicheverCarriesTheOffice() throws Exception {
        assertThat(uplinks()).containsExactly("p0", "b0");
        lab.cut("main");
        assertThat(uplinks()).containsExactly("b0");
        lab.carryOn("b0", "10.2.0.2");
        assertThat(uplinks()).containsExactly("b0");
        lab.mend("main");
        assertThat(uplinks()).containsExactly("p0", "b0");
        lab.cut("backup");
        assertThat(uplinks()).containsExactly("p0");
    }

    @Test
    void officialDocumentsAreBehindTheMainLineOnly() throws Exception {
        assertThat(served(OFFICIAL_DOCUMENTS)).isTrue();
        lab.cut("main");
        assertThat(served(TREASURY)).isFalse();
        lab.carryOn("b0", "10.2.0.2");
        assertThat(served(TREASURY)).isTrue();
        assertThat(served(OFFICIAL_DOCUMENTS)).isFalse();
        assertThat(served(QUEUE_DISPLAY)).isTrue();
    }

    private List<String> uplinks() throws InterruptedException {
        List<String> answering = new ArrayList<>();
        for (String device : List.of("p0", "b0")) {
            boolean echo = ask("router", Optional.of(device), new Way.Icmp(INTERNET));
            boolean http = ask("router", Optional.of(device), new Way.Http(TREASURY));
            assertThat(http).as("HTTP as ICMP through %s", device).isEqualTo(echo);
            if (echo) {
                answering.add(device);
            }
        }
        return answering;
    }

    private boolean served(String url) throws InterruptedException {
        return ask("counter", Optional.empty(), new Way.Http(url));
    }

    private boolean ask(String segment, Optional<String> through, Way way) throws InterruptedException {
        return prober.look(new Question(lab.vantage(segment), through, way, Duration.ofSeconds(1)))
                .answered();
    }
}
