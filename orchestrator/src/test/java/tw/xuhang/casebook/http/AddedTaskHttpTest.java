package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;

/** Work that no runbook foresaw, given to a role in the middle of a crisis. */
@MicronautTest(transactional = false)
final class AddedTaskHttpTest {

    private static final String WISH =
            "{\"title\":\"搬移備援主機至二樓\",\"role\":\"server-room\",\"checklist\":[\"斷電\",\"搬移\"],\"withinMinutes\":30}";

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    private Api people = Api.nobody(URI.create("http://127.0.0.1"));
    private String number = "";

    @BeforeEach
    void aCaseIsOpen() {
        people = Api.token(server.getURI(), cases.token(Action.READ_CASES, Action.WORK_ON_CASE, Action.DO_TASK));
        number = cases.open(List.of());
    }

    @Test
    void anAddedTaskIsDoneLikeAnyOther() {
        JsonNode task = added(WISH).body();
        assertThat(task.path("run").asText()).isEmpty();
        assertThat(task.path("id").asText()).startsWith(number + ".added-");
        assertThat(task.path("dueAt").isNull()).isFalse();
        assertThat(people.post("/api/v1/tasks/" + task.path("id").asText() + "/done", "{}")
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void twiceTheSameIsOneTaskWhileItIsOpen() {
        Api.Answer first = added(WISH);
        Api.Answer second = added(WISH);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        people.post("/api/v1/tasks/" + first.body().path("id").asText() + "/done", "{}");
        assertThat(added(WISH).status()).isEqualTo(201);
    }

    @Test
    void whatIsMissingIsNamed() {
        Api.Answer answer = added("{\"role\":\"wizard\",\"checklist\":[\" \"],\"withinMinutes\":0}");
        assertThat(answer.code()).isEqualTo("422 task-incomplete");
        assertThat(answer.body().path("errors"))
                .extracting(one -> one.path("pointer").asText())
                .containsExactly("/title", "/role", "/checklist", "/withinMinutes");
        assertThat(people.post("/api/v1/incidents/2026-9999/tasks", WISH).code())
                .isEqualTo("404 unknown-incident");
    }

    private Api.Answer added(String wish) {
        return people.post("/api/v1/incidents/" + number + "/tasks", wish);
    }
}
