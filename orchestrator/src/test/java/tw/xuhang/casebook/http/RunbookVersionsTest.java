package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;
import tw.xuhang.publication.Proposals;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.publication.Trust;
import tw.xuhang.readiness.Footing;
import tw.xuhang.readiness.PublicationAspect;
import tw.xuhang.runbook.Mode;

/** P-30 from the file in the office's folder to a case that takes what the CISO published. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunbookVersionsTest implements TestPropertyProvider {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Inject
    private Proposals proposals;

    @Inject
    private Publications publications;

    @Inject
    private Repertoire repertoire;

    @Inject
    private Footing footing;

    private Path folder = Path.of("");
    private Api reader = Api.nobody(URI.create("http://127.0.0.1"));
    private Api worker = reader;
    private Api team = reader;

    @Override
    public Map<String, String> getProperties() {
        try {
            folder = Files.createTempDirectory(Path.of("target"), "versions");
            return Map.of("xuhang.runbooks", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void comeIn() {
        reader = Api.token(server.getURI(), cases.token(Action.READ_CASES));
        worker = Api.token(server.getURI(), cases.token(Action.READ_CASES, Action.WORK_ON_CASE, Action.STEER_RUN));
        team = Api.token(server.getURI(), cases.token(Action.READ_CASES, Action.DRAFT_RUNBOOK));
        cases.person("leader", Role.TEAM_LEADER, Role.RESPONDER);
        cases.person("ciso", Role.CISO);
        cases.person("ciso-deputy", Role.STAFF);
    }

    @Test
    void aFileBecomesADraftThenReviewedThenPublishedAndOnlyThenRunsForReal() throws IOException {
        String first = file("night", "看燈號");
        JsonNode draft = version("night", first);
        assertThat(draft.path("version").path("stage").asText()).isEqualTo("draft");
        assertThat(draft.path("against").asText()).isEmpty();
        assertThat(draft.path("findings"))
                .extracting(found -> found.path("rule").asText())
                .contains("RB-C30");
        assertThat(report("night").code()).isEqualTo("422 not-published");

        assertThat(review("night", first, "", List.of()).code()).isEqualTo("422 not-acknowledged");
        assertThat(publish("ciso", "night", first, "").code()).isEqualTo("409 not-reviewed");
        assertThat(review("night", first, "", List.of("RB-C30")).status()).isEqualTo(200);
        assertThat(publish("leader", "night", first, "").code()).isEqualTo("403 no-authority");
        Api.Answer published = publish("ciso", "night", first, "");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body().path("published").path("by").asText()).isEqualTo("ciso");

        String run = started("night");
        assertThat(reader.get("/api/v1/runs/" + run).body().path("version").asText())
                .isEqualTo(first);

        String second = file("night", "看燈號與風扇");
        assertThat(reader.get("/api/v1/runs/" + started("night"))
                        .body()
                        .path("version")
                        .asText())
                .isEqualTo(first);
        assertThat(lines(reader.get("/api/v1/runbooks/night/difference").body()))
                .contains("-    title: { zh-TW: 看燈號, en: Look }", "+    title: { zh-TW: 看燈號與風扇, en: Look }");
        assertThat(review("night", second, first, List.of("RB-C30")).status()).isEqualTo(200);
        assertThat(publish("ciso", "night", second, "").code()).isEqualTo("409 look-again");
        assertThat(publish("ciso", "night", second.substring(0, 10), first).status())
                .isEqualTo(200);
        assertThat(reader.get("/api/v1/runs/" + started("night"))
                        .body()
                        .path("version")
                        .asText())
                .isEqualTo(second);
        assertThat(reader.get("/api/v1/runs/" + run).body().path("version").asText())
                .isEqualTo(first);
        assertThat(page("/runs/" + run)).contains("/runbooks/night?version=" + second + "&amp;from=" + first);
        assertThat(page("/runs/" + started("night"))).doesNotContain("&amp;from=");
    }

    private String page(String path) {
        return reader.get(path).raw().body();
    }

    @Test
    void aDecisionTakesTheSecondFactorOfAPersonAndNoToken() throws IOException {
        String version = file("factor", "看");
        review("factor", version, "", List.of("RB-C30"));
        String path = "/api/v1/runbooks/factor/versions/" + version + "/publish";
        assertThat(person("ciso")
                        .post(path, json(Map.of("acknowledged", List.of("RB-C30"))))
                        .code())
                .isEqualTo("403 second-factor-wrong");
        assertThat(team.post(path, "{}").code()).isEqualTo("403 person-needed");
        assertThat(Api.nobody(server.getURI()).post(path, "{}").status()).isEqualTo(401);
        assertThat(publish("ciso-deputy", "factor", version, "")
                        .body()
                        .path("published")
                        .path("deputyOf")
                        .asText())
                .isEqualTo("ciso");
    }

    @Test
    void theTeamSubmitsATextAndWhatIsWrongWithItIsNamedAtItsPlace() {
        Api.Answer made = team.post("/api/v1/runbooks", json(Map.of("text", text("sent", "看"))));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("origin").asText()).isEqualTo("person");
        assertThat(reader.get(made.raw().headers().firstValue("Location").orElseThrow())
                        .status())
                .isEqualTo(200);
        Api.Answer refused = team.post("/api/v1/runbooks", json(Map.of("text", "runbook: sent\nowner: nobody\n")));
        assertThat(refused.code()).isEqualTo("422 invalid");
        assertThat(refused.body().path("errors"))
                .extracting(one -> one.path("pointer").asText())
                .contains("1:1");
        assertThat(reader.post("/api/v1/runbooks", "{}").status()).isEqualTo(403);
    }

    @Test
    void whatTheCisoTakesBackStartsNothing() throws IOException {
        String version = file("taken", "看");
        review("taken", version, "", List.of("RB-C30"));
        publish("ciso", "taken", version, "");
        started("taken");
        String path = "/api/v1/runbooks/taken/versions/" + version + "/withdraw";
        var words = new TreeMap<String, Object>(Map.of("code", code("ciso")));
        assertThat(person("ciso").post(path, json(words)).code()).isEqualTo("422 reason-missing");
        words.put("reason", "第一步會切斷同意的電話");
        words.put("code", code("ciso"));
        assertThat(person("ciso").post(path, json(words)).body().path("stage").asText())
                .isEqualTo("withdrawn");
        assertThat(report("taken").code()).isEqualTo("422 not-published");
        JsonNode all = reader.get("/api/v1/runbooks").body();
        assertThat(all.path("items"))
                .filteredOn(one -> one.path("runbook").asText().equals("taken"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.path("runsForReal").asBoolean()).isFalse());
    }

    @Test
    void aRunIsRepeatedAsItWasOrWithWhatIsInForceNowAndADraftOnlyInASimulation() throws IOException {
        String first = file("again", "看");
        review("again", first, "", List.of("RB-C30"));
        publish("ciso", "again", first, "");
        String second = file("again", "看第二版");
        assertThat(repeat(cases.open(List.of()), second).code()).isEqualTo("422 not-published");
        assertThat(repeat(exercise(), second).status()).isEqualTo(201);

        review("again", second, first, List.of("RB-C30"));
        publish("ciso", "again", second, first);
        String pinned = repeat(cases.open(List.of()), first.substring(0, 8))
                .body()
                .path("run")
                .asText();
        assertThat(reader.get("/api/v1/runs/" + pinned).body().path("version").asText())
                .isEqualTo(first);
        String newest = repeat(cases.open(List.of()), "").body().path("run").asText();
        assertThat(reader.get("/api/v1/runs/" + newest).body().path("version").asText())
                .isEqualTo(second);
        assertThat(repeat(cases.open(List.of()), "0000000000").code()).isEqualTo("422 unknown-version");
    }

    private Api.Answer repeat(String number, String version) {
        return worker.post(
                "/api/v1/incidents/" + number + "/runs",
                json(Map.of("runbook", "again", "version", version, "reason", "再一次")),
                "again-" + System.nanoTime());
    }

    private String exercise() {
        var drilling = Api.token(
                server.getURI(),
                cases.token(Action.READ_CASES, Action.WORK_ON_CASE, Action.STEER_RUN, Action.RUN_DRILL));
        return drilling.post(
                        "/api/v1/incidents",
                        json(Map.of("subject", "site/exercise", "title", "試演", "mode", "simulate")),
                        "exercise-" + System.nanoTime())
                .body()
                .path("number")
                .asText();
    }

    /** Asked of the aspect itself: a whole look would start Ansible. */
    @Test
    void readinessSaysWhatIsNotPublishedAndWhatTheFileSaysAndTheVersionInForceServesOn() throws IOException {
        String first = file("ready", "看");
        assertThat(look("ready")).contains("No version is in force for real: this runbook would not start.");
        review("ready", first, "", List.of("RB-C30"));
        publish("ciso", "ready", first, "");
        assertThat(look("ready")).singleElement().asString().contains("was published by ciso");

        String second = file("ready", "看第二版");
        assertThat(look("ready"))
                .anyMatch(said -> said.contains("another version than the one in force (" + second.substring(0, 8)));
        Files.writeString(folder.resolve("ready.yaml"), "runbook: ready\n");
        proposals.look();
        assertThat(look("ready")).anyMatch(said -> said.startsWith("The file has errors; what is in force stays so"));
        Files.delete(folder.resolve("ready.yaml"));
        proposals.look();
        assertThat(look("ready")).anyMatch(said -> said.startsWith("The file is gone"));
        assertThat(reader.get("/api/v1/runs/" + started("ready"))
                        .body()
                        .path("version")
                        .asText())
                .isEqualTo(first);
    }

    private List<String> look(String key) {
        var aspect = new PublicationAspect(publications, proposals, footing, Trust.RELEASE);
        return aspect.look(repertoire.find(key, Mode.DRILL).orElseThrow()).stream()
                .map(finding -> finding.what().en())
                .toList();
    }

    @Test
    void whatThereIsNotIsSaid() throws IOException {
        file("known", "看");
        assertThat(reader.get("/api/v1/runbooks/none/versions").code()).isEqualTo("404 unknown-runbook");
        assertThat(reader.get("/api/v1/runbooks/known/versions/00000000").code())
                .isEqualTo("404 unknown-version");
        assertThat(reader.get("/api/v1/runbooks/known/difference?from=00000000").code())
                .isEqualTo("404 unknown-version");
    }

    private String file(String key, String word) throws IOException {
        Files.writeString(folder.resolve(key + ".yaml"), text(key, word));
        proposals.look();
        return proposals.latest().find(key).orElseThrow().version();
    }

    private static String text(String key, String word) {
        return """
                runbook: %s
                title: { zh-TW: 夜間查看, en: Night look }
                source: [P-16]
                owner: server-room
                serves: { services: [website], rto: 30m, mtpd: 4h }
                steps:
                  - task: look
                    title: { zh-TW: %s, en: Look }
                    who: server-room
                    timeout: 4h
                """.formatted(key, word);
    }

    private JsonNode version(String key, String version) {
        return reader.get("/api/v1/runbooks/" + key + "/versions/" + version).body();
    }

    private Api.Answer review(String key, String version, String against, List<String> acknowledged) {
        return person("leader")
                .post(
                        "/api/v1/runbooks/" + key + "/versions/" + version + "/review",
                        json(Map.of("against", against, "acknowledged", acknowledged, "code", code("leader"))));
    }

    private Api.Answer publish(String account, String key, String version, String against) {
        return person(account)
                .post(
                        "/api/v1/runbooks/" + key + "/versions/" + version + "/publish",
                        json(Map.of("against", against, "acknowledged", List.of("RB-C30"), "code", code(account))));
    }

    private Api person(String account) {
        return Api.person(server.getURI(), account, Cases.PASSWORD);
    }

    private String code(String account) {
        return cases.freshCode(account);
    }

    private Api.Answer report(String runbook) {
        String subject = "site/" + runbook + "-" + System.nanoTime();
        return worker.post(
                "/api/v1/incidents",
                json(Map.of("subject", subject, "title", "查看", "runbook", runbook)),
                "key-" + subject.hashCode());
    }

    private String started(String runbook) {
        Api.Answer answer = report(runbook);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("runs").path(0).asText();
    }

    private static List<String> lines(JsonNode difference) {
        return JSON.convertValue(
                difference.path("lines"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
