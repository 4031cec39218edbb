package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;

/** Whether the runbooks could run is everybody's to read, and the server room's to look at anew. */
@MicronautTest(transactional = false)
final class ReadinessHttpTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Test
    void whoReadsCasesReadsItAndOnlyOperatorsMayLook() {
        Browser auditor = signedIn("auditor", Role.AUDITOR);

        assertThat(auditor.get("/readiness").body())
                .contains("整備檢查", "骨幹線路中斷應變")
                .doesNotContain("立即檢查");
        assertThat(auditor.post("/", "/readiness", Map.of()).statusCode()).isEqualTo(403);
        assertThat(new Browser(server.getURI()).get("/readiness").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).startsWith("/login"));
    }

    /** This test's office has no lab: its lines cannot even be looked at. */
    @Tag("slow")
    @Test
    void aLookFindsThatTheStandbyLineCannotBeSeenAndTheBoardSaysSo() {
        Browser room = signedIn("room", Role.SERVER_ROOM);

        assertThat(room.post("/readiness", "/readiness", Map.of()).statusCode()).isEqualTo(303);

        assertThat(room.get("/readiness").body()).contains("無法由此探測", "failover-route.yml");
        assertThat(room.get("/").body()).contains("無法執行");
    }

    private Browser signedIn(String account, Role role) {
        cases.person(account, role);
        Browser browser = new Browser(server.getURI());
        assertThat(browser.signIn(account, Cases.PASSWORD, cases.code(false)).statusCode())
                .isEqualTo(303);
        return browser;
    }
}
