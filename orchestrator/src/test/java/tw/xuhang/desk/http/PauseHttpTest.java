package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;

/** A run is paused and resumed at its page, and nobody who looks at the office can overlook that it is paused. */
@MicronautTest(transactional = false)
final class PauseHttpTest {

    private static final Map<String, String> WHY = Map.of("reason", "先看現場");

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Test
    void whoPausedItAndSinceWhenIsOnEveryPageUntilItIsResumed() {
        String number = cases.openWithTasks();
        String page = "/runs/" + number + ".1";
        Browser leader = cases.signedIn(server.getURI(), "leader", Role.TEAM_LEADER);
        assertThat(leader.get(page).body()).contains("暫停此次執行", page + "/pause").doesNotContain("已暫停");
        assertThat(leader.post(page, page + "/pause", Map.of("reason", "")).statusCode())
                .isEqualTo(422);

        assertThat(leader.post(page, page + "/pause", WHY).statusCode()).isEqualTo(303);
        await().until(() -> leader.get(page).body().contains("已暫停"));
        assertThat(leader.get(page).body())
                .contains("由組長自", "起暫停", "先看現場", page + "/resume")
                .doesNotContain(page + "/pause\"");
        assertThat(leader.get("/").body()).as("the board").contains("由組長自", "起暫停");
        assertThat(leader.get("/waiting").body()).contains("「兩項任務」已暫停，待恢復或中止", "先看現場");
        assertThat(leader.get("/incidents/" + number).body()).contains("組長暫停執行：先看現場", "已暫停");
        assertThat(leader.post(page, page + "/pause", WHY).statusCode()).isEqualTo(409);

        assertThat(leader.post(page, page + "/resume", Map.of()).statusCode()).isEqualTo(303);
        await().until(() -> !leader.get(page).body().contains("已暫停"));
        assertThat(leader.get("/incidents/" + number).body()).contains("組長恢復執行");
        assertThat(leader.post(page, page + "/resume", Map.of()).body()).contains("此次執行未暫停");
    }

    @Test
    void onlyWhoSteersRunsMayPauseThem() {
        String page = "/runs/" + cases.openWithTasks() + ".1";
        Browser auditor = cases.signedIn(server.getURI(), "auditor", Role.AUDITOR);
        assertThat(auditor.get(page).body()).doesNotContain(page + "/pause");
        assertThat(auditor.post("/", page + "/pause", WHY).statusCode()).isEqualTo(403);
        assertThat(auditor.post("/", page + "/resume", Map.of()).statusCode()).isEqualTo(403);
    }
}
