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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.access.Action;
import tw.xuhang.incident.Incidents;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.runbook.Mode;

/** A runbook that runs another, on the database, through the beans of the service. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChildRunHttpTest implements TestPropertyProvider {

    private static final String HEAD = """
            runbook: %s
            title: { zh-TW: %s, en: %s }
            source: [P-16]
            owner: server-room
            serves: { services: [website] }
            parameters:
              place: { type: text, default: here }
            steps:
            """;
    private static final String ABOVE = HEAD.formatted("above", "全部恢復", "Restore all") + """
              - runbook: below
                title: { zh-TW: 恢復網站, en: Restore the website }
                run: below
                with: { place: "$place and there" }
                timeout: 2h
                on failure: ask server-room
              - task: after
                title: { zh-TW: 記錄, en: Write }
                who: server-room
                timeout: 4h
            """;
    private static final String BELOW = HEAD.formatted("below", "恢復網站", "Restore the website") + """
              - task: look
                title: { zh-TW: 查看 $place, en: Look $place }
                who: server-room
                timeout: 4h
            """;

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Inject
    private Repertoire repertoire;

    private Api people = Api.nobody(URI.create("http://127.0.0.1"));
    private String parent = "";
    private String child = "";

    @Override
    public Map<String, String> getProperties() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "runbooks");
            Files.writeString(folder.resolve("above.yaml"), ABOVE);
            Files.writeString(folder.resolve("below.yaml"), BELOW);
            return Map.of("xuhang.runbooks", folder.toString(), "xuhang.publication", "folder");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void aParentWaitsForItsChild() {
        people = Api.token(
                server.getURI(), cases.token(Action.READ_CASES, Action.STEER_RUN, Action.DO_TASK, Action.WORK_ON_CASE));
        var start = new Incidents.Start(
                repertoire.find("above", Mode.LIVE).orElseThrow(), Map.of("place", "cellar"), "test");
        parent = cases.open(List.of(start)) + ".1";
        cases.waits(parent, "below");
        child = run(parent).path("steps").path(0).path("waiting").path("what").asText();
        cases.waits(child, "look");
    }

    @Test
    void aChildBeginsOnceAndTheParentGoesOnAfterIt() {
        assertThat(run(parent).path("steps").path(0).path("waiting").path("on").asText())
                .isEqualTo("run");
        assertThat(run(parent).path("children"))
                .singleElement()
                .satisfies(one -> assertThat(one.asText()).isEqualTo(child));
        assertThat(run(parent).path("parent").isNull()).isTrue();
        assertThat(run(child).path("parent").asText()).isEqualTo(parent);
        assertThat(run(child).path("runbook").asText()).isEqualTo("below");
        assertThat(run(child).path("parameters").path("place").asText()).isEqualTo("cellar and there");

        assertThat(people.post("/api/v1/tasks/" + task() + "/done", "{}").status())
                .isLessThan(300);
        cases.waits(parent, "after");

        JsonNode below = run(parent).path("steps").path(0);
        assertThat(below.path("status").asText()).isEqualTo("succeeded");
        assertThat(below.path("facts").path("run").asText()).isEqualTo(child);
        assertThat(run(child).path("ending").asText()).isEqualTo("succeeded");
        assertThat(runsOfTheCase()).isEqualTo(2);
    }

    @Test
    void anAbortedParentTakesItsChildWithIt() {
        people.post("/api/v1/runs/" + parent + "/abort", "{\"reason\":\"誤報\"}");

        ends(child, "aborted");
        ends(parent, "aborted");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> people.get(openTasks()).body().path("items").isEmpty());
    }

    @Test
    void aStepThatIsSkippedCallsItsChildOffAndTheParentGoesOn() {
        people.post("/api/v1/runs/" + parent + "/steps/below/skip", "{\"reason\":\"由廠商恢復\"}");

        ends(child, "aborted");
        cases.waits(parent, "after");
        assertThat(run(parent).path("steps").path(0).path("status").asText()).isEqualTo("skipped");
    }

    @Test
    void anAbortedChildFailsTheStepAndTriedAgainItBeginsAnew() {
        people.post("/api/v1/runs/" + child + "/abort", "{\"reason\":\"重來\"}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> run(parent)
                        .path("steps")
                        .path(0)
                        .path("status")
                        .asText()
                        .equals("asking"));
        assertThat(run(parent).path("steps").path(0).path("reason").asText())
                .isEqualTo("run " + child + " aborted: 重來");

        people.post("/api/v1/runs/" + parent + "/steps/below/retry", "{}");
        cases.waits(parent, "below");

        assertThat(run(parent).path("children")).hasSize(2);
        assertThat(run(child).path("ending").asText()).isEqualTo("aborted");
    }

    private void ends(String run, String how) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> run(run).path("ending").asText().equals(how));
    }

    private JsonNode run(String run) {
        return people.get("/api/v1/runs/" + run).body();
    }

    private String openTasks() {
        return "/api/v1/tasks?state=open&incident=" + number();
    }

    private String task() {
        return people.get(openTasks()).body().path("items").path(0).path("id").asText();
    }

    private int runsOfTheCase() {
        return people.get("/api/v1/runs?incident=" + number())
                .body()
                .path("items")
                .size();
    }

    private String number() {
        return parent.substring(0, parent.length() - 2);
    }
}
