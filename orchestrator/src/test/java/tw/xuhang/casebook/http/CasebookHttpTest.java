package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;

/** Cases, runs, tasks, requests and orders as a program meets them. */
@MicronautTest(transactional = false)
final class CasebookHttpTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    private Api reader = Api.nobody(URI.create("http://127.0.0.1"));
    private Api worker = reader;

    @BeforeEach
    void comeIn() {
        URI base = server.getURI();
        reader = Api.token(base, cases.token(Action.READ_CASES));
        worker = Api.token(
                base,
                cases.token(
                        Action.READ_CASES, Action.WORK_ON_CASE, Action.STEER_RUN, Action.DO_TASK, Action.ORDER_VENDOR));
    }

    @Test
    void aCaseIsShownWithEverythingThatBelongsToIt() {
        String number = cases.openWithTasks();
        cases.away(number, "official-documents", Duration.ofSeconds(90));
        cases.consent(number);
        cases.order(number);
        JsonNode one = reader.get("/api/v1/incidents/" + number).body();
        cases.back("official-documents");
        assertThat(one.path("phase").asText()).isEqualTo("responding");
        JsonNode service = one.path("outages").path("services").path(0);
        assertThat(service.path("key").asText()).isEqualTo("official-documents");
        assertThat(service.path("seconds").asLong()).isBetween(90L, 150L);
        assertThat(service.path("limits").path("mtpdSeconds").asLong()).isEqualTo(120);
        assertThat(service.path("until").isNull()).isTrue();
        JsonNode line = one.path("outages").path("lines").path(0);
        assertThat(line.path("key").asText()).isEqualTo("backup");
        assertThat(line.path("limits").isNull())
                .as("a line's clock drives nothing (K1)")
                .isTrue();
        assertThat(one.path("outageSeconds").asLong()).isBetween(90L, 150L);
        assertThat(one.path("runs").path(0).path("run").asText()).isEqualTo(number + ".1");
        assertThat(one.path("consent").asText()).isEqualTo("open");
        assertThat(one.path("consents")
                        .path(0)
                        .path("services")
                        .path(0)
                        .path("key")
                        .asText())
                .isEqualTo("official-documents");
        assertThat(one.path("dispatches").path(0).path("stage").asText()).isNotEmpty();
        assertThat(one.path("openTasks").path(0).path("step").asText()).isEqualTo("look");
        assertThat(words(one.path("missing"), "code"))
                .contains("line-down", "service-away", "not-stood-down", "run-under-way", "task-open", "consent-open");
    }

    @Test
    void aListIsPagedByACursorThatNamesWhatFollows() {
        String first = cases.open(List.of());
        String second = cases.open(List.of());
        var page = reader.get("/api/v1/incidents?limit=1");
        assertThat(words(page.body().path("items"), "number")).containsExactly(second);
        assertThat(page.raw().headers().firstValue("Link"))
                .get()
                .asString()
                .contains("rel=\"next\"", "after=" + second);
        var next = reader.get(
                "/api/v1/incidents?limit=1&after=" + page.body().path("next").asText());
        assertThat(words(next.body().path("items"), "number")).containsExactly(first);
    }

    @Test
    void aTimelineIsInTheOrderOfTheEvidenceAndLosesNothingBetweenItsPages() {
        String number = cases.openWithTasks();
        worker.post("/api/v1/incidents/" + number + "/notes", "{\"text\":\"已通知中華電信\"}");
        var seen = new ArrayList<String>();
        String after = "";
        do {
            JsonNode page = reader.get("/api/v1/incidents/" + number + "/timeline?limit=2&after=" + after)
                    .body();
            page.path("items").forEach(event -> seen.add(event.path("id").asText()));
            after = page.path("next").asText("");
            after = "null".equals(after) ? "" : after;
        } while (!after.isEmpty());
        assertThat(seen).doesNotHaveDuplicates();
        JsonNode all =
                reader.get("/api/v1/incidents/" + number + "/timeline").body().path("items");
        assertThat(words(all, "id")).isEqualTo(seen);
        assertThat(words(all, "type")).contains("incident.opened", "run.began", "incident.noted");
        assertThat(all.findValuesAsText("text")).contains("已通知中華電信");
    }

    @Test
    void aRunShowsWhatItsStepsWaitForAndTheStepsToCome() {
        String run = cases.openWithTasks() + ".1";
        JsonNode shown = reader.get("/api/v1/runs/" + run).body();
        assertThat(words(shown.path("steps"), "name")).containsExactly("look", "write");
        JsonNode look = shown.path("steps").path(0);
        assertThat(look.path("status").asText()).isEqualTo("parked");
        assertThat(look.path("waiting").path("on").asText()).isEqualTo("person");
        assertThat(look.path("waiting").path("role").asText()).isEqualTo("server-room");
        assertThat(shown.path("steps").path(1).path("status").asText()).isEqualTo("not-started");
        assertThat(shown.path("ending").isNull()).isTrue();
        assertThat(words(reader.get("/api/v1/runs?state=open").body().path("items"), "run"))
                .contains(run);
        assertThat(reader.get("/api/v1/runs/" + run + "/log")
                        .body()
                        .path("items")
                        .isArray())
                .isTrue();
    }

    @Test
    void aPersonSkipsAStepWithAReasonAndTheRunGoesOn() {
        String run = cases.openWithTasks() + ".1";
        String steps = "/api/v1/runs/" + run + "/steps/";
        assertThat(worker.post(steps + "look/skip", "{}").code()).isEqualTo("422 reason-missing");
        assertThat(worker.post(steps + "look/skip", "{\"reason\":\"已由廠商查看\"}").status())
                .isEqualTo(202);
        cases.waits(run, "write");
        assertThat(worker.post(steps + "look/retry", "{}").code()).isEqualTo("409 step-not-undecided");
        assertThat(worker.post(steps + "no-such-step/retry", "{}").code()).isEqualTo("404 unknown-step");
        assertThat(worker.post(steps + "write/complete", "{\"reason\":\"紙本\"}").status())
                .isEqualTo(202);
        await().until(() ->
                reader.get("/api/v1/runs/" + run).body().path("ending").isTextual());
        JsonNode over = reader.get("/api/v1/runs/" + run).body();
        assertThat(over.path("ending").asText()).isEqualTo("partial");
        assertThat(over.path("steps").path(0).path("reason").asText()).isEqualTo("已由廠商查看");
        assertThat(worker.post("/api/v1/runs/" + run + "/abort", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("409 run-over");
    }

    @Test
    void anAbortedRunEnds() {
        String run = cases.openWithTasks() + ".1";
        assertThat(worker.post("/api/v1/runs/" + run + "/abort", "{}").code()).isEqualTo("422 reason-missing");
        assertThat(worker.post("/api/v1/runs/" + run + "/abort", "{\"reason\":\"誤報\"}")
                        .status())
                .isEqualTo(202);
        await().until(() -> "aborted"
                .equals(reader.get("/api/v1/runs/" + run).body().path("ending").asText()));
        assertThat(reader.get("/api/v1/runs/" + run)
                        .body()
                        .path("abort")
                        .path("reason")
                        .asText())
                .isEqualTo("誤報");
    }

    @Test
    void aTaskIsDoneOnceAndOnlyWithWhatItAsksFor() {
        String number = cases.openWithTasks();
        String id = words(
                        reader.get("/api/v1/tasks?state=open&incident=" + number)
                                .body()
                                .path("items"),
                        "id")
                .getFirst();
        var empty = worker.post("/api/v1/tasks/" + id + "/done", "{}");
        assertThat(empty.code()).isEqualTo("422 fields-missing");
        assertThat(words(empty.body().path("errors"), "pointer")).containsExactly("/fields/fault-point");
        var done = worker.post("/api/v1/tasks/" + id + "/done", "{\"fields\":{\"fault-point\":\"人孔 3\"}}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().path("state").asText()).isEqualTo("done");
        cases.waits(number + ".1", "write");
        assertThat(worker.post("/api/v1/tasks/" + id + "/failed", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("409 task-over");
        assertThat(worker.post("/api/v1/tasks/no-such/done", "{}").code()).isEqualTo("404 unknown-task");
    }

    @Test
    void whatAVendorSaysOnTheTelephoneIsRecordedOnItsOrderOnce() {
        String order = "/api/v1/dispatches/" + cases.order(cases.open(List.of()));
        assertThat(worker.post(order + "/ack", "{\"spoke\":\"值班台\"}")
                        .body()
                        .path("stage")
                        .asText())
                .isEqualTo("acknowledged");
        assertThat(worker.post(order + "/ack", "{\"spoke\":\"值班台\"}").code()).isEqualTo("409 said-already");
        assertThat(worker.post(order + "/eta", "{}").code()).isEqualTo("422 eta-missing");
        assertThat(worker.post(order + "/eta", "{\"eta\":\"2020-01-01T00:00:00Z\"}")
                        .code())
                .isEqualTo("422 eta-passed");
        assertThat(worker.post(order + "/eta", "{\"eta\":\"2099-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(200);
        assertThat(worker.post(order + "/arrived", "{}").body().path("stage").asText())
                .isEqualTo("on-site");
        assertThat(worker.post(order + "/report", "{\"point\":\"人孔 3\"}").code())
                .isEqualTo("422 report-incomplete");
        assertThat(worker.post(order + "/report", "{\"point\":\"人孔 3\",\"section\":\"A–B\",\"scope\":\"全所\"}")
                        .body()
                        .path("report")
                        .path("complete")
                        .asBoolean())
                .isTrue();
        assertThat(worker.post(order + "/fixed", "{\"cause\":\"施工\"}")
                        .body()
                        .path("stage")
                        .asText())
                .isEqualTo("fixed");
        assertThat(worker.post(order + "/arrived", "{}").code()).isEqualTo("409 said-already");
        assertThat(worker.post(order + "/decline", "{\"reason\":\"x\"}").code()).isEqualTo("409 not-open");
        assertThat(worker.post("/api/v1/dispatches/no-such/ack", "{}").code()).isEqualTo("404 unknown-dispatch");
    }

    @Test
    void aCaseOpenedTwiceUnderOneKeyIsOneCase() {
        String wish = "{\"subject\":\"site/hall\",\"title\":\"大廳漏水\"}";
        assertThat(worker.post("/api/v1/incidents", wish).code()).isEqualTo("400 idempotency-key-missing");
        var made = worker.post("/api/v1/incidents", wish, "hall-1");
        assertThat(made.status()).isEqualTo(201);
        var again = worker.post("/api/v1/incidents", wish, "hall-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.raw().headers().firstValue("Location"))
                .isEqualTo(made.raw().headers().firstValue("Location"));
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        String other = wish.replace("hall", "cellar");
        assertThat(worker.post("/api/v1/incidents", other, "hall-1").code()).isEqualTo("422 idempotency-key-reused");
        assertThat(worker.post("/api/v1/incidents", wish, "hall-2").code()).isEqualTo("409 already-open");
        assertThat(Api.token(server.getURI(), cases.token(Action.WORK_ON_CASE))
                        .post("/api/v1/incidents", other, "hall-1")
                        .status())
                .as("another caller's keys are its own")
                .isEqualTo(201);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderTheSameKey() {
        String order = "/api/v1/dispatches/" + cases.order(cases.open(List.of()));
        String report = "{\"point\":\"人孔 3\",\"section\":\"A–B\",\"scope\":\"全所\"}";
        assertThat(worker.post(order + "/report", "{}", "r-1").status()).isEqualTo(422);
        assertThat(worker.post(order + "/report", report, "r-1").status()).isEqualTo(200);
        assertThat(worker.post(order + "/report", report, "r-1").status()).isEqualTo(200);
        assertThat(worker.post(order + "/report", report, "r-2").code()).isEqualTo("409 said-already");
    }

    @Test
    void aReportThatLacksSomethingNamesAllOfIt() {
        var answer = worker.post("/api/v1/incidents", "{\"kind\":\"earthquake\",\"mode\":\"fun\"}", "bad-1");
        assertThat(answer.code()).isEqualTo("422 report-incomplete");
        assertThat(words(answer.body().path("errors"), "pointer"))
                .containsExactly("/kind", "/mode", "/subject", "/title");
        assertThat(worker.post("/api/v1/incidents", "{", "bad-2").status()).isEqualTo(400);
        assertThat(worker.post(
                                "/api/v1/incidents",
                                "{\"subject\":\"site/x\",\"title\":\"x\",\"runbook\":\"no-such\"}",
                                "bad-3")
                        .code())
                .isEqualTo("422 unknown-runbook");
        assertThat(Api.token(server.getURI(), cases.token(Action.WORK_ON_CASE))
                        .post(
                                "/api/v1/incidents",
                                "{\"subject\":\"site/x\",\"title\":\"x\",\"runbook\":\"backbone-outage\"}",
                                "bad-4")
                        .code())
                .isEqualTo("403 forbidden");
    }

    @Test
    void aCaseIsClosedByTheLeaderOnceNothingIsLeftToDo() {
        cases.person("leader", Role.TEAM_LEADER, Role.RESPONDER);
        cases.person("room", Role.SERVER_ROOM);
        Api leader = Api.person(server.getURI(), "leader", Cases.PASSWORD);
        String number = cases.openWithTasks();
        String close = "/api/v1/incidents/" + number + "/close";
        assertThat(worker.post(close, "{\"reason\":\"x\"}").code()).isEqualTo("403 person-needed");
        assertThat(Api.person(server.getURI(), "room", Cases.PASSWORD)
                        .post(close, "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("403 forbidden");
        assertThat(leader.post(close, "{\"reason\":\"x\"}").code()).isEqualTo("403 second-factor-wrong");
        var early = leader.post(close, "{\"reason\":\"結束\",\"code\":\"%s\"}".formatted(cases.code(false)));
        assertThat(early.code()).isEqualTo("409 not-ready-to-close");
        assertThat(words(early.body().path("errors"), "message")).contains("run-under-way", "task-open");
        worker.post("/api/v1/runs/" + number + ".1/abort", "{\"reason\":\"誤報\"}");
        await().until(() -> reader.get("/api/v1/runs/" + number + ".1")
                .body()
                .path("ending")
                .isTextual());
        for (String id : words(
                reader.get("/api/v1/tasks?state=open&incident=" + number).body().path("items"), "id")) {
            worker.post("/api/v1/tasks/" + id + "/skipped", "{\"reason\":\"誤報\"}");
        }
        assertThat(leader.post(close, "{\"reason\":\"誤報\",\"code\":\"%s\"}".formatted(cases.code(true)))
                        .status())
                .isEqualTo(204);
        assertThat(reader.get("/api/v1/incidents/" + number)
                        .body()
                        .path("phase")
                        .asText())
                .isEqualTo("closed");
        assertThat(words(reader.get("/api/v1/incidents?state=open").body().path("items"), "number"))
                .doesNotContain(number);
    }

    @Test
    void nobodyReadsOrActsWithoutTheRight() {
        Api nobody = Api.nobody(server.getURI());
        for (String path : List.of(
                "/api/v1/incidents",
                "/api/v1/incidents/2026-0001",
                "/api/v1/incidents/2026-0001/timeline",
                "/api/v1/runs",
                "/api/v1/runs/2026-0001.1",
                "/api/v1/runs/2026-0001.1/log",
                "/api/v1/tasks",
                "/api/v1/consents",
                "/api/v1/dispatches")) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
        }
        for (String path : List.of(
                "/api/v1/incidents",
                "/api/v1/incidents/2026-0001/notes",
                "/api/v1/runs/2026-0001.1/abort",
                "/api/v1/runs/2026-0001.1/pause",
                "/api/v1/runs/2026-0001.1/resume",
                "/api/v1/runs/2026-0001.1/steps/x/skip",
                "/api/v1/tasks/x/done",
                "/api/v1/dispatches/x/ack")) {
            assertThat(reader.post(path, "{}").status()).as(path).isEqualTo(403);
        }
        assertThat(nobody.post("/api/v1/consents/x/grant", "{}").code()).isEqualTo("401 not-signed-in");
    }

    @Test
    void whatIsNotThereIsAProblemWithACode() {
        for (String path : List.of(
                "/api/v1/incidents/2020-9999",
                "/api/v1/incidents/2020-9999/timeline",
                "/api/v1/incidents/a%20b",
                "/api/v1/runs/no-such",
                "/api/v1/runs/no-such/log",
                "/api/v1/tasks/no-such",
                "/api/v1/consents/no-such",
                "/api/v1/dispatches/no-such")) {
            var answer = reader.get(path);
            assertThat(answer.code()).as(path).startsWith("404 unknown-");
            assertThat(answer.raw().headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("application/problem+json");
        }
        assertThat(reader.get("/api/v1/incidents?state=odd").code()).isEqualTo("400 bad-state");
    }

    private static List<String> words(JsonNode items, String field) {
        var words = new ArrayList<String>();
        items.forEach(item -> words.add(item.path(field).asText()));
        return words;
    }
}
