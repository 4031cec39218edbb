package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Ground;

/** A case in which no run asks for consent any more: the leader asks all the same (P-25). */
@MicronautTest(transactional = false)
final class AskingAnewHttpTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Inject
    private Consents consents;

    @Test
    void theLeaderFindsTheWayFromTheCaseAndSeesTheFactsBeforeAsking() {
        Browser leader = signedIn("leader", Role.TEAM_LEADER, Role.RESPONDER);
        String number = cases.open(List.of());
        String page = "/incidents/" + number + "/declaration";
        assertThat(leader.get("/incidents/" + number).body()).contains(page);
        assertThat(leader.get(page).body()).contains("尚未報請", "另行報請").doesNotContain("向資安長提出請求");

        assertThat(leader.post(page, page + "/ask", Map.of()).statusCode()).isEqualTo(303);

        assertThat(leader.get(page).body())
                .contains("向資安長提出請求", "case-" + number + ".1", "依營運持續計畫改採替代作業方式")
                .doesNotContain("另行報請");
        var again = leader.post(page, page + "/ask", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("申請 case-" + number + ".1 尚未了結，請先處理。");
    }

    @Test
    void theLeaderReadsWhyTheCisoRefusedBeforeAskingAgain() {
        Browser leader = signedIn("leader", Role.TEAM_LEADER, Role.RESPONDER);
        String number = cases.open(List.of());
        cases.away(number, "official-documents", Duration.ofSeconds(60));
        String key = cases.consent(number);
        consents.request(key, "leader", 1, Ground.LIMIT_REACHED, "");
        consents.refuse(key, "ciso", 1, "線路十分鐘內可通");
        assertThat(leader.get("/incidents/" + number + "/declaration").body()).contains("資安長之決定", "線路十分鐘內可通", "另行報請");
        cases.back("official-documents");
    }

    @Test
    void whoIsNotTheLeaderIsToldWhoIs() {
        Browser room = signedIn("server-room", Role.SERVER_ROOM, Role.RESPONDER);
        String page = "/incidents/" + cases.open(List.of()) + "/declaration";
        var refused = room.post(page, page + "/ask", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("須為組長");
    }

    private Browser signedIn(String account, Role... roles) {
        cases.person(account, roles);
        var browser = new Browser(server.getURI());
        assertThat(browser.signIn(account, Cases.PASSWORD, cases.code(false)).statusCode())
                .isEqualTo(303);
        return browser;
    }
}
