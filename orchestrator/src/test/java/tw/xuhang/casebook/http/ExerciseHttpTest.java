package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.access.Action;

/** A runbook is simulated and drilled on the service that would run it for real (R7). */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExerciseHttpTest implements TestPropertyProvider {

    private static final String FLOOD = """
            runbook: flood
            title: { zh-TW: 淹水, en: Flood }
            source: [P-16]
            owner: server-room
            serves: { services: [website] }
            parameters:
              vendor: { type: vendor, default: network-maintainer }
            steps:
              - dispatch: call
                title: { zh-TW: 通知廠商, en: Call the vendor }
                to: $vendor
                severity: critical
                ask: { zh-TW: 請到場, en: Please come }
                acknowledge within: 30m
              - wait: until-they-come
                title: { zh-TW: 等候, en: Wait }
                until: call acknowledged
                timeout: 4h
              - task: pump
                title: { zh-TW: 抽水, en: Pump }
                who: server-room
                timeout: 4h
            """;

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    private Api people = Api.nobody(URI.create("http://127.0.0.1"));

    @Override
    public Map<String, String> getProperties() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "runbooks");
            Files.writeString(folder.resolve("flood.yaml"), FLOOD);
            return Map.of("xuhang.runbooks", folder.toString(), "xuhang.publication", "folder");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void somebodyWhoMay() {
        people = Api.token(
                server.getURI(),
                cases.token(Action.READ_CASES, Action.STEER_RUN, Action.WORK_ON_CASE, Action.RUN_DRILL));
    }

    @Test
    void aSimulationGoesThroughTheWholeRunbookAndReachesNobody() {
        String number = opened("simulate", Map.of());
        JsonNode run = ended(number);
        assertThat(run.path("ending").asText()).isEqualTo("succeeded");
        assertThat(run.path("mode").asText()).isEqualTo("simulate");
        assertThat(pretended(run)).containsExactly("network-maintainer", "wait", "server-room");
        assertThat(of(number, "dispatches")).isEmpty();
        assertThat(of(number, "tasks")).isEmpty();
    }

    @Test
    void aSimulationSaysWhatWouldNotHaveWorked() {
        JsonNode run = ended(opened("simulate", Map.of("vendor", "nobody")));
        assertThat(run.path("ending").asText()).isEqualTo("failed");
        assertThat(run.path("steps").path(0).path("reason").asText()).contains("nobody");
    }

    @Test
    void aDrillAsksPeopleAndCallsNoVendor() {
        String number = opened("drill", Map.of());
        cases.waits(number + ".1", "pump");
        assertThat(of(number, "dispatches")).isEmpty();
        assertThat(of(number, "tasks")).hasSize(1);
        assertThat(pretended(run(number + ".1"))).contains("network-maintainer", "call");
    }

    @Test
    void aRunbookIsStartedOnACaseThatIsOpenOnceAtATime() {
        String number = cases.open(List.of());
        Api.Answer begun = start(number, "flood");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.body().path("run").asText()).isEqualTo(number + ".1");
        cases.waits(number + ".1", "call");
        assertThat(start(number, "flood").code()).isEqualTo("409 at-work");
        assertThat(start(number, "fire").code()).isEqualTo("422 unknown-runbook");
        assertThat(start("2026-9999", "flood").code()).isEqualTo("404 unknown-incident");
        assertThat(people.post("/api/v1/incidents/" + number + "/runs", "{\"runbook\":\"flood\"}", "start-none")
                        .code())
                .isEqualTo("422 reason-missing");
    }

    private Api.Answer start(String number, String runbook) {
        return people.post(
                "/api/v1/incidents/" + number + "/runs",
                "{\"runbook\":\"%s\",\"reason\":\"water\"}".formatted(runbook),
                "start-" + System.nanoTime());
    }

    private String opened(String mode, Map<String, String> parameters) {
        var set = new ArrayList<String>();
        parameters.forEach((name, value) -> set.add("\"%s\":\"%s\"".formatted(name, value)));
        Api.Answer made = people.post(
                "/api/v1/incidents",
                "{\"mode\":\"%s\",\"subject\":\"runbook/flood\",\"title\":\"淹水\",\"runbook\":\"flood\",\"parameters\":{%s}}"
                        .formatted(mode, String.join(",", set)),
                "exercise-" + System.nanoTime());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.body().path("number").asText();
    }

    private JsonNode ended(String number) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> run(number + ".1").path("ending").isTextual());
        return run(number + ".1");
    }

    private JsonNode run(String run) {
        return people.get("/api/v1/runs/" + run).body();
    }

    private List<JsonNode> of(String number, String what) {
        var found = new ArrayList<JsonNode>();
        people.get("/api/v1/" + what + "?state=all&incident=" + number)
                .body()
                .path("items")
                .forEach(found::add);
        return found;
    }

    private static List<String> pretended(JsonNode run) {
        var said = new ArrayList<String>();
        run.path("steps").forEach(step -> {
            if (step.path("facts").has("pretended")) {
                said.add(step.path("facts").path("pretended").asText());
            }
        });
        return said;
    }
}
