package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what became of the case since the last look, each thing once and at the time it happened. */
final class Narrator implements Part {

    private static final Map<String, String> PHASES = Map.of(
            "restored", "服務恢復：線路與各項服務均由櫃台網段確認可用 Services restored",
            "stood-down", "解除：回復正常運作 Stood down",
            "closed", "結案 Closed");
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "asking", "doubtful", "not-needed");

    private final Records records;
    private final Story story;
    private final Set<String> told = new HashSet<>();
    private final List<Line> seen = new ArrayList<>();

    Narrator(Records records, Story story) {
        this.records = records;
        this.story = story;
    }

    private record Line(Instant at, String text) {}

    /** In the order in which things happened, as far as one look shows them. */
    @Override
    public void look(CaseFile now) throws IOException, InterruptedException {
        gather(now);
        seen.sort(Comparator.comparing(Line::at));
        seen.forEach(line -> story.tell(line.at(), line.text()));
        seen.clear();
        String phase = PHASES.getOrDefault(now.phase(), "");
        if (!phase.isEmpty() && told.add(now.phase())) {
            story.tell(phase);
        }
    }

    private void gather(CaseFile now) throws IOException, InterruptedException {
        once(
                now.number(),
                now.openedAt(),
                "開案 Case %s：%s".formatted(now.number(), now.json().path("title").asText()));
        for (JsonNode run : now.runs()) {
            String id = run.path("run").asText();
            once(
                    id,
                    at(run.path("beganAt")),
                    "啟動手冊 Runbook " + run.path("runbook").asText());
            for (JsonNode step : records.run(id).path("steps")) {
                step(id, step);
            }
        }
        CaseFile.children(now.json().path("outages").path("services")).forEach(this::service);
    }

    private void step(String run, JsonNode step) {
        String status = step.path("status").asText();
        boolean group = step.path("kind").asText().matches("parallel|sequence");
        if (ENDED.contains(status) && !group) {
            String reason = step.path("reason").asText("");
            once(
                    run + step.path("name").asText() + status,
                    at(step.path("since")),
                    "  %s %s%s"
                            .formatted(
                                    status.equals("succeeded") ? "✔" : "・" + status,
                                    CaseFile.text(step.path("title")),
                                    reason.isEmpty() ? "" : "（" + reason + "）"));
        }
    }

    private void service(JsonNode outage) {
        String name = CaseFile.text(outage.path("name"));
        String since = outage.path("since").asText();
        once(name + since, at(outage.path("since")), "服務中斷 Service away：" + name);
        if (outage.path("until").isTextual()) {
            once(
                    name + since + "back",
                    at(outage.path("until")),
                    "服務回復 Service back：%s（%d s）"
                            .formatted(name, outage.path("seconds").asLong()));
        }
    }

    private void once(String key, Instant at, String line) {
        if (told.add(key)) {
            seen.add(new Line(at, line));
        }
    }

    private static Instant at(JsonNode moment) {
        return Instant.parse(moment.asText());
    }
}
