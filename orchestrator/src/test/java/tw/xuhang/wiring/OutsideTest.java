package tw.xuhang.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.database.Pools;
import tw.xuhang.runbook.port.PostOffice;

/** Mail out and traps in, through the routes of the running service. */
@Tag("slow")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideTest implements TestPropertyProvider {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int trapPort;

    @Inject
    private PostOffice office;

    @Inject
    private Pools pools;

    @Override
    public Map<String, String> getProperties() {
        mail.start();
        try (DatagramSocket free = new DatagramSocket()) {
            trapPort = free.getLocalPort();
            Path communities = Files.writeString(Files.createTempFile("communities", ""), "office-traps\n");
            return Map.of(
                    "xuhang.mail.host", "127.0.0.1",
                    "xuhang.mail.port", Integer.toString(mail.getSmtp().getPort()),
                    "xuhang.mail.from", "xuhang@office.test",
                    "xuhang.snmp.port", Integer.toString(trapPort),
                    "xuhang.snmp.community-file", communities.toString(),
                    "xuhang.snmp.ports[0].agent", "127.0.0.1",
                    "xuhang.snmp.ports[0].if-index", "3",
                    "xuhang.snmp.ports[0].subject", "uplink/main");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterAll
    void stop() {
        mail.stop();
    }

    @Test
    void aLetterLeavesByTheConfiguredServer() throws Exception {
        var letter = new PostOffice.Letter(
                "<wiring@office.test>", List.of("desk@vendor.test"), "派工單", "文", Optional.empty());
        assertThat(office.post(letter)).isInstanceOf(PostOffice.Posted.Accepted.class);
        assertThat(mail.getReceivedMessages()[0].getMessageID()).isEqualTo("<wiring@office.test>");
    }

    @Test
    void anAnsweredInformIsInTheDatabase() throws Exception {
        Process inform = new ProcessBuilder(
                        "snmpinform",
                        "-v2c",
                        "-c",
                        "office-traps",
                        "-t",
                        "5",
                        "-r",
                        "2",
                        "127.0.0.1:" + trapPort,
                        "12345",
                        "1.3.6.1.6.3.1.1.5.3",
                        "1.3.6.1.2.1.2.2.1.1.3",
                        "i",
                        "3")
                .inheritIO()
                .start();
        assertThat(inform.waitFor()).as("the INFORM was answered").isZero();
        try (Connection connection = pools.reading().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT subject, phase FROM signal_received WHERE source = 'snmp'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("subject")).isEqualTo("uplink/main");
            assertThat(row.getString("phase")).isEqualTo("RAISE");
        }
    }
}
