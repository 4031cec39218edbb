package tw.xuhang.runbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of a playbook that says everything, every single value is in the runbook or has a line in the report. */
class NothingLostTest {

    /** What has become the order of the steps, or only names other parts of the file. */
    private static final Set<String> STRUCTURE = Set.of(
            "type",
            "spec_version",
            "revoked",
            "id",
            "workflow_start",
            "playbook_processing_summary",
            "on_completion",
            "on_success",
            "on_failure",
            "on_true",
            "next_steps",
            "cases",
            "agent",
            "targets",
            "in_args",
            "authentication_info",
            "markings",
            "extension_definitions",
            "constant",
            "external");

    @Test
    void theExampleIsValid() throws IOException {
        assertThat(Samples.judge(Fixtures.resource("everything.json"))).isEmpty();
    }

    @Test
    void everyValueIsInTheRunbookOrInTheReport() throws IOException {
        byte[] file = Fixtures.resource("everything.json");
        Imported imported = PlaybookImport.of(file, Fixtures.settings());
        assertThat(imported).isInstanceOf(Imported.Runbook.class);
        List<String> lost = new ArrayList<>();
        look(Fixtures.table(file), "", (Imported.Runbook) imported, lost);
        assertThat(lost).isEmpty();
    }

    @Test
    void whatLetsSomebodyInIsInNeither() throws IOException {
        String file = new String(Fixtures.resource("everything.json"), StandardCharsets.UTF_8)
                .replace("\"X-Api-Key\": [\"k\"]", "\"X-Api-Key\": [\"s3cr3t\"]");
        Imported.Runbook runbook = PlaybookImportTest.runbook(file);
        assertThat(runbook.yaml()).contains("X-Api-Key: …").doesNotContain("s3cr3t", "hunter2");
        assertThat(ImportReport.json(runbook, "x", "en")).doesNotContain("s3cr3t", "hunter2");
    }

    private static void look(JsonValue value, String place, Imported.Runbook runbook, List<String> lost) {
        switch (value) {
            case JsonValue.Table(Map<String, JsonValue> fields) ->
                fields.forEach((name, field) -> {
                    boolean label = name.equals("name") && place.matches("/workflow/(start|end)--[^/]+");
                    if (!STRUCTURE.contains(name) && !label) {
                        look(field, place + "/" + name, runbook, lost);
                    }
                });
            case JsonValue.Items(List<JsonValue> values) -> {
                for (int i = 0; i < values.size(); i++) {
                    look(values.get(i), place + "/" + i, runbook, lost);
                }
            }
            default -> {
                String text = value.asText().orElseGet(() -> CanonicalJson.text(value));
                boolean there = text.lines().allMatch(line -> runbook.yaml().contains(written(line)));
                boolean said = runbook.remarks().stream()
                        .anyMatch(remark -> !remark.place().isEmpty() && place.startsWith(remark.place()));
                if (!there && !said) {
                    lost.add(place + " = " + text);
                }
            }
        }
    }

    /** As the runbook says it: variables filled in, times in seconds, base64 as text. */
    private static String written(String line) {
        return switch (line) {
            case "90000" -> "timeout: 90s";
            case "60000" -> "timeout: 1m";
            case "aGVsbG8td29ybGQ=" -> "hello-world";
            default ->
                line.replace("__line__:value", "$line")
                        .replace("__rate__:value", "42")
                        .replace("__result__:value", "〈result〉");
        };
    }
}
