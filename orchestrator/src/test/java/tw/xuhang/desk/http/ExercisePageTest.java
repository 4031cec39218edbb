package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;
import tw.xuhang.runbook.language.RunbookReader;

/** Whoever may run drills tries a runbook from its page, before it is published too (P-30). */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExercisePageTest implements TestPropertyProvider {

    private static final String FLOOD = """
            runbook: flood
            title: { zh-TW: 淹水應變, en: Flood }
            source: [P-16]
            owner: server-room
            serves: { services: [website] }
            steps:
              - task: pump
                title: { zh-TW: 抽水, en: Pump }
                who: server-room
                timeout: 4h
            """;

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Override
    public Map<String, String> getProperties() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "runbooks");
            Files.writeString(folder.resolve("flood.yaml"), FLOOD);
            return Map.of("xuhang.runbooks", folder.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDraftIsSimulatedFromItsPageAndSaysThatNothingWasDone() {
        Browser leader = cases.signedIn(server.getURI(), "leader", Role.TEAM_LEADER);
        assertThat(leader.get("/runbooks/flood").body()).contains("試走此版本", "模擬一次", "開始演練");
        var begun = leader.post("/runbooks/flood", address(), Map.of("mode", "simulate", "reason", "看看"));
        assertThat(begun.statusCode()).isEqualTo(303);
        String run = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> leader.get(run).body().contains("演練，未執行：server-room"));
    }

    @Test
    void nothingButAnExerciseBeginsFromThere() {
        Browser leader = cases.signedIn(server.getURI(), "leader", Role.TEAM_LEADER);
        for (Map<String, String> form :
                List.of(Map.of("mode", "live", "reason", "x"), Map.of("mode", "drill", "reason", ""))) {
            assertThat(leader.post("/runbooks/flood", address(), form).statusCode())
                    .isEqualTo(400);
        }
        Browser staff = cases.signedIn(server.getURI(), "auditor", Role.AUDITOR);
        assertThat(staff.get("/runbooks/flood").body()).doesNotContain("模擬一次");
        assertThat(staff.post("/", address(), Map.of("mode", "simulate", "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    private String address() {
        return "/runbooks/flood/" + RunbookReader.version(FLOOD.getBytes(StandardCharsets.UTF_8)) + "/exercise";
    }
}
