package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Reads over the API, as the auditor may. */
final class Records {

    private static final String INCIDENTS = "/api/v1/incidents";

    private final Player auditor;
    private final ObjectMapper json = new ObjectMapper();

    Records(Player auditor) {
        this.auditor = auditor;
    }

    /** The newest case, empty where there is none yet. */
    Optional<CaseFile> newest() throws IOException, InterruptedException {
        JsonNode items = read(INCIDENTS).path("items");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CaseFile(read(INCIDENTS + "/" + items.get(0).path("number").asText())));
    }

    JsonNode run(String id) throws IOException, InterruptedException {
        return read("/api/v1/runs/" + id);
    }

    /** When the first step of the case's runs began. */
    Optional<Instant> firstStepAt(CaseFile now) throws IOException, InterruptedException {
        Optional<Instant> first = Optional.empty();
        for (JsonNode run : now.runs()) {
            for (JsonNode step : run(run.path("run").asText()).path("steps")) {
                if (step.path("startedAt").isTextual()) {
                    Instant at = Instant.parse(step.path("startedAt").asText());
                    first = first.filter(before -> before.isBefore(at)).or(() -> Optional.of(at));
                }
            }
        }
        return first;
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        Page page = auditor.browser().data(path);
        if (page.status() != 200) {
            throw new IOException(path + " answered " + page.status() + ": " + page.html());
        }
        return json.readTree(page.html());
    }
}
