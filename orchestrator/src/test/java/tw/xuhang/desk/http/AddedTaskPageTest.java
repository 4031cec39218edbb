package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;

/** The form by which work that no runbook foresaw is given to a role. */
@MicronautTest(transactional = false)
final class AddedTaskPageTest {

    private static final String WHAT = "把備援主機搬到二樓";

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Test
    void anAddedTaskIsSeenAndMarkedWhereverTheCaseIsWorkedOn() {
        String number = cases.open(List.of());
        String page = "/incidents/" + number;
        Browser leader = cases.signedIn(server.getURI(), "leader", Role.TEAM_LEADER);
        assertThat(leader.get(page).body()).contains("加辦事項（手冊未列）").doesNotContain(WHAT);

        Map<String, String> wish =
                Map.of("title", WHAT, "role", "server-room", "checklist", "斷電\n\n搬移", "within", "30");
        assertThat(leader.post(page, page + "/tasks", wish).statusCode()).isEqualTo(303);

        assertThat(leader.get(page).body()).contains(WHAT, "非原計畫", "主機房");
        Browser room = cases.signedIn(server.getURI(), "room", Role.SERVER_ROOM);
        assertThat(room.get("/waiting").body()).contains(WHAT);
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        String page = "/incidents/" + cases.open(List.of());
        Browser leader = cases.signedIn(server.getURI(), "leader", Role.TEAM_LEADER);
        for (Map<String, String> wish : List.of(
                Map.of("title", "", "role", "server-room"),
                Map.of("title", WHAT, "role", "wizard"),
                Map.of("title", WHAT, "role", "server-room", "within", "soon"))) {
            assertThat(leader.post(page, page + "/tasks", wish).statusCode()).isEqualTo(400);
        }
        assertThat(cases.signedIn(server.getURI(), "auditor", Role.AUDITOR)
                        .post("/", page + "/tasks", Map.of("title", WHAT, "role", "server-room"))
                        .statusCode())
                .isEqualTo(403);
    }
}
