package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.database.Pools;

/** O2: a storm may take every connection of the service's own work; people still decide and do their tasks. */
@MicronautTest(transactional = false)
@Property(name = "datasources.work.maximum-pool-size", value = "6")
final class StarvedPoolTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Inject
    private Pools pools;

    @Test
    void consentAndTasksGoThroughWhileWorkHasNoConnectionLeft() throws Exception {
        URI base = server.getURI();
        cases.person("leader", Role.TEAM_LEADER, Role.RESPONDER);
        cases.person("ciso", Role.CISO);
        Api leader = Api.person(base, "leader", Cases.PASSWORD);
        Api ciso = Api.person(base, "ciso", Cases.PASSWORD);
        Api worker = Api.token(base, cases.token(Action.READ_CASES, Action.DO_TASK));
        String tasks = cases.openWithTasks();
        String number = cases.open(List.of());
        cases.away(number, "official-documents", Duration.ofSeconds(60));
        String consent = "/api/v1/consents/" + cases.consent(number);

        List<Connection> storm = storm();
        try {
            assertThat(health()).contains("DEGRADED");
            var asked = leader.post(consent + "/request", said());
            assertThat(asked.status()).as(asked.raw().body()).isEqualTo(200);
            var granted = ciso.post(consent + "/grant", said());
            assertThat(granted.status()).as(granted.raw().body()).isEqualTo(200);
            var open = worker.get("/api/v1/tasks?state=open&incident=" + tasks);
            assertThat(open.status()).as(open.raw().body()).isEqualTo(200);
            String task = open.body().path("items").path(0).path("id").asText();
            assertThat(task).as(open.raw().body()).isNotEmpty();
            var done = worker.post("/api/v1/tasks/" + task + "/done", "{\"fields\":{\"fault-point\":\"中正路\"}}");
            assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
        } finally {
            for (Connection each : storm) {
                each.close();
            }
        }
        await().until(() -> !health().contains("DEGRADED"));
        cases.waits(tasks + ".1", "write");
        cases.back("official-documents");
    }

    private String said() {
        return "{\"version\":1,\"code\":\"%s\",\"note\":\"依計畫\"}".formatted(cases.code(false));
    }

    private String health() {
        return new Browser(server.getURI()).get("/health/readiness").body();
    }

    /** Every connection that the pool of work can give, as a burst of signals would hold them. */
    private List<Connection> storm() throws SQLException {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            held.add(pools.work().getConnection());
        }
        return held;
    }
}
