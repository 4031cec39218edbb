package tw.xuhang.runbook.cacao;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.language.Json;
import tw.xuhang.runbook.language.Source;

/**
 * Writes a runbook as a CACAO 2.0 playbook. Every step becomes something that a person elsewhere can do; what only this
 * program can do stands in an extension, so that nothing is lost on the way back.
 */
public final class PlaybookExport {

    private final JsonValue.Table runbook;
    private final String maker;
    private final String id;
    private final ExportedStep steps;
    private final String language;
    private final Map<String, JsonValue> workflow = new LinkedHashMap<>();
    private final List<String> machines = new ArrayList<>();

    private PlaybookExport(JsonValue.Table runbook, String maker, String language) {
        this.runbook = runbook;
        this.maker = maker;
        this.language = language;
        this.id = Ids.playbook(maker, runbook.text("runbook").orElse(""));
        this.steps = new ExportedStep(id, runbook.text("owner").orElse(""), language);
    }

    /**
     * What was written.
     *
     * @param machines names of the steps that run by themselves here and are a person's work elsewhere
     */
    public record Exported(String json, List<String> machines) {
        public Exported {
            machines = List.copyOf(machines);
        }
    }

    /** Who makes playbooks where nobody else is named: {@code created_by} of CACAO. */
    public static String maker() {
        return Own.MAKER;
    }

    /**
     * @param source a runbook without errors
     * @param language of the texts that CACAO has room for one language of; the other is in the extension
     * @param maker a STIX identity
     * @param now to the millisecond
     */
    public static Exported of(Source source, String language, String maker, Instant now) {
        JsonReader.Read read = JsonReader.read(source.unrolledJson().getBytes(StandardCharsets.UTF_8));
        if (!(read instanceof JsonReader.Read.Parsed(JsonValue.Table runbook))) {
            throw new IllegalArgumentException(source.name() + " cannot be read back: " + read);
        }
        var export = new PlaybookExport(runbook, maker, language);
        JsonValue.Table playbook =
                export.playbook(now.truncatedTo(ChronoUnit.MILLIS).toString());
        return new Exported(Json.write(playbook.plain()), export.machines);
    }

    private JsonValue.Table playbook(String written) {
        String now = written.contains(".") ? written : written.replace("Z", ".000Z");
        List<JsonValue> all = new ArrayList<>(flat(runbook.items("steps")));
        all.addAll(flat(runbook.items("verify")));
        String start = Ids.of("start", id, "start");
        String end = Ids.of("end", id, "end");
        workflow.put(start, way("start", Optional.of(entry(all.getFirst()))));
        chain(all, end, end);
        workflow.put(end, way("end", Optional.empty()));
        var playbook = new LinkedHashMap<String, JsonValue>();
        playbook.put("type", JsonValue.of("playbook"));
        playbook.put("spec_version", JsonValue.of("cacao-2.0"));
        playbook.put("id", JsonValue.of(id));
        playbook.put("name", JsonValue.of(OwnCommands.in(runbook.table("title"), language)));
        playbook.put("created_by", JsonValue.of(maker));
        playbook.put("created", JsonValue.of(now));
        playbook.put("modified", JsonValue.of(now));
        playbook.put("revoked", new JsonValue.Truth(false));
        playbook.put("playbook_processing_summary", summary());
        List<String> labels =
                new ArrayList<>(List.of("xuhang", runbook.text("runbook").orElse("")));
        labels.addAll(runbook.texts("source"));
        playbook.put("labels", JsonValue.texts(labels));
        variables().ifPresent(variables -> playbook.put("playbook_variables", variables));
        playbook.put("workflow_start", JsonValue.of(start));
        playbook.put("workflow_exception", JsonValue.of(end));
        playbook.put("workflow", new JsonValue.Table(workflow));
        playbook.put("playbook_extensions", new JsonValue.Table(Map.of(Own.EXTENSION, heading())));
        if (!steps.agents().fields().isEmpty()) {
            playbook.put("agent_definitions", steps.agents());
        }
        playbook.put("extension_definitions", new JsonValue.Table(Map.of(Own.EXTENSION, Own.definition())));
        return new JsonValue.Table(playbook);
    }

    /** Where a step begins: a choice with the question that comes before it. */
    private String entry(JsonValue step) {
        if (step.get("parallel").isPresent() && step.items("steps").size() == 1) {
            return entry(only(step).getFirst());
        }
        if (step.get("parallel").isPresent()) {
            return Ids.of("parallel", id, step.text("parallel").orElse(""));
        }
        if (step.get("choose").isPresent()) {
            return Ids.of("action", id, "choose " + step.text("choose").orElse(""));
        }
        String kind = Own.kind(table(step)).orElse("");
        return Ids.of(
                kind.equals("runbook") ? "playbook-action" : "action",
                id,
                step.text(kind).orElse(""));
    }

    private void chain(List<JsonValue> chain, String after, String end) {
        for (int i = 0; i < chain.size(); i++) {
            put(table(chain.get(i)), i + 1 < chain.size() ? entry(chain.get(i + 1)) : after, end);
        }
    }

    private void put(JsonValue.Table step, String next, String end) {
        String at = entry(step);
        if (step.get("parallel").isPresent() && step.items("steps").size() > 1) {
            parallel(step, at, next, end);
        } else if (step.get("parallel").isPresent()) {
            chain(only(step), next, end);
        } else if (step.get("choose").isPresent()) {
            String choice = Ids.of("switch-condition", id, step.text("choose").orElse(""));
            workflow.put(at, steps.question(step, choice));
            Map<String, JsonValue> cases = new LinkedHashMap<>();
            workflow.put(choice, JsonValue.empty());
            for (JsonValue branch : step.items("branches")) {
                cases.put(
                        Branching.label(branch),
                        JsonValue.of(entry(branch.items("steps").getFirst())));
                branch(branch.items("steps"), branch.text("branch").orElse(""), end);
            }
            workflow.put(choice, steps.choice(step, cases, next));
        } else if (step.get("runbook").isPresent()) {
            workflow.put(at, steps.child(step, maker, next, end));
        } else {
            Own.kind(step)
                    .filter(kind -> !kind.equals("task"))
                    .flatMap(step::text)
                    .ifPresent(machines::add);
            workflow.put(at, steps.action(step, next, end));
        }
    }

    /** A branch that stands beside no other is no branch in CACAO. */
    private static List<JsonValue> only(JsonValue parallel) {
        JsonValue branch = parallel.items("steps").getFirst();
        return flat(List.of(branch));
    }

    /** What a loop stands for is one step after the other; CACAO has no word for that. */
    private static List<JsonValue> flat(List<JsonValue> steps) {
        return steps.stream()
                .flatMap(
                        step -> step.get("sequence").isPresent() ? flat(step.items("steps")).stream() : Stream.of(step))
                .toList();
    }

    private void parallel(JsonValue.Table step, String at, String next, String end) {
        List<JsonValue> branches = step.items("steps");
        List<String> begins = branches.stream()
                .map(branch -> entry(flat(List.of(branch)).getFirst()))
                .toList();
        workflow.put(at, steps.parallel(step, begins, next));
        for (int i = 0; i < branches.size(); i++) {
            branch(flat(List.of(branches.get(i))), at + i, end);
        }
    }

    /** Each branch has an end of its own, as CACAO wants it. */
    private void branch(List<JsonValue> inside, String name, String end) {
        String own = Ids.of("end", id, "branch " + name);
        chain(inside, own, end);
        workflow.put(own, way("end", Optional.empty()));
    }

    private static JsonValue way(String type, Optional<String> next) {
        var step = new LinkedHashMap<String, JsonValue>();
        step.put("type", JsonValue.of(type));
        next.ifPresent(to -> step.put("on_completion", JsonValue.of(to)));
        return new JsonValue.Table(step);
    }

    /** What the runbook says of itself, and the steps that take others back: no workflow leads to them. */
    private JsonValue.Table heading() {
        JsonValue.Table heading = runbook.without("steps", "verify");
        return flat(runbook.items("verify")).stream()
                .findFirst()
                .map(first -> table(first).fields().values().iterator().next())
                .map(name -> heading.with("verify from", name))
                .orElse(heading);
    }

    private Optional<JsonValue> variables() {
        var variables = new LinkedHashMap<String, JsonValue>();
        runbook.table("parameters").fields().forEach((name, parameter) -> {
            var variable = new LinkedHashMap<String, JsonValue>();
            variable.put("type", JsonValue.of("string"));
            variable.put("description", JsonValue.of(parameter.text("type").orElse("text")));
            variable.put("value", JsonValue.of(parameter.text("default").orElse("")));
            variable.put("external", new JsonValue.Truth(true));
            variables.put("__" + name + "__", new JsonValue.Table(variable));
        });
        return variables.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Table(variables));
    }

    private JsonValue.Table summary() {
        var summary = new LinkedHashMap<String, JsonValue>();
        summary.put("manual_playbook", new JsonValue.Truth(true));
        flag(summary, "external_playbooks", "playbook-action--");
        flag(summary, "parallel_processing", "parallel--");
        flag(summary, "switch_logic", "switch-condition--");
        boolean timed =
                workflow.values().stream().anyMatch(step -> step.get("timeout").isPresent());
        summary.put("temporal_logic", new JsonValue.Truth(timed));
        summary.put("extensions", new JsonValue.Truth(true));
        return new JsonValue.Table(summary);
    }

    private void flag(Map<String, JsonValue> summary, String name, String type) {
        summary.put(name, new JsonValue.Truth(workflow.keySet().stream().anyMatch(one -> one.startsWith(type))));
    }

    private static JsonValue.Table table(JsonValue value) {
        return value instanceof JsonValue.Table table ? table : JsonValue.empty();
    }
}
