package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;

/** A run that a program holds up and lets go. */
@MicronautTest(transactional = false)
final class PausedRunTest {

    private static final String WHY = "{\"reason\":\"先看現場\"}";

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    private Api reader = Api.nobody(URI.create("http://127.0.0.1"));
    private Api worker = reader;
    private String path = "";

    @BeforeEach
    void comeIn() {
        reader = Api.token(server.getURI(), cases.token(Action.READ_CASES));
        worker = Api.token(server.getURI(), cases.token(Action.READ_CASES, Action.STEER_RUN));
        path = "/api/v1/runs/" + cases.openWithTasks() + ".1";
    }

    @Test
    void itTakesWhatPeopleSayAndGoesOnWhenItIsResumed() {
        pause();
        JsonNode paused = run().path("paused");
        assertThat(paused.path("reason").asText()).isEqualTo("先看現場");
        assertThat(paused.path("by").asText()).isNotEmpty();
        assertThat(paused.path("since").asText()).isNotEmpty();

        assertThat(worker.post(path + "/steps/look/skip", WHY).status()).isEqualTo(202);
        await().until(() -> status(0).equals("skipped"));
        assertThat(status(1)).isEqualTo("not-started");

        assertThat(worker.post(path + "/resume", "").status()).isEqualTo(202);
        await().until(() -> status(1).equals("parked"));
        assertThat(run().path("paused").isNull()).isTrue();
    }

    @Test
    void whatComesToNothingIsSaid() {
        assertThat(worker.post(path + "/resume", "").code()).isEqualTo("409 not-paused");
        assertThat(worker.post(path + "/pause", "{}").code()).isEqualTo("422 reason-missing");
        assertThat(worker.post("/api/v1/runs/2020-0001.1/pause", WHY).code()).isEqualTo("404 unknown-run");
        assertThat(reader.post(path + "/pause", WHY).status()).isEqualTo(403);
        assertThat(reader.post(path + "/resume", "").status()).isEqualTo(403);
        pause();
        assertThat(worker.post(path + "/pause", WHY).code()).isEqualTo("409 already-paused");
    }

    @Test
    void itIsAbortedLikeAnyOther() {
        pause();
        assertThat(worker.post(path + "/abort", WHY).status()).isEqualTo(202);
        await().until(() -> run().path("ending").asText().equals("aborted"));
        assertThat(worker.post(path + "/resume", "").code()).isEqualTo("409 run-over");
    }

    private void pause() {
        assertThat(worker.post(path + "/pause", WHY).status()).isEqualTo(202);
        await().until(() -> run().path("paused").isObject());
    }

    private JsonNode run() {
        return reader.get(path).body();
    }

    private String status(int step) {
        return run().path("steps").path(step).path("status").asText();
    }
}
