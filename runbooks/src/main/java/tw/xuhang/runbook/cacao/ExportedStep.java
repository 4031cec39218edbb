package tw.xuhang.runbook.cacao;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.language.Durations;

/** Writes single steps of a runbook as steps of a playbook: what CACAO can say in its properties, the rest in the extension. */
final class ExportedStep {

    private final String playbook;
    private final String owner;
    private final String language;
    private final Map<String, JsonValue> agents = new LinkedHashMap<>();

    /** @param playbook id of the playbook that is written */
    ExportedStep(String playbook, String owner, String language) {
        this.playbook = playbook;
        this.owner = owner;
        this.language = language;
    }

    /** Everybody who does one of the steps written so far. */
    JsonValue.Table agents() {
        return new JsonValue.Table(agents);
    }

    /** A step that does something: a manual action, since no tool elsewhere can do it as it is done here. */
    JsonValue.Table action(JsonValue.Table step, String next, String end) {
        String kind = Own.kind(step).orElse("task");
        var action = begin("action", step);
        timeout(step).ifPresent(time -> action.put("timeout", time));
        record(step, action);
        ways(step, next, end, action);
        action.put("commands", commands(step));
        action.put("agent", JsonValue.of(agent(step)));
        JsonValue.Table about = kind.equals("task") ? step.without("timeout", "who") : step.without("timeout");
        extend(action, about.with("lang", JsonValue.of(language)));
        return new JsonValue.Table(action);
    }

    /** A step that runs another runbook of the same maker. */
    JsonValue.Table child(JsonValue.Table step, String maker, String next, String end) {
        var action = begin("playbook-action", step);
        timeout(step).ifPresent(time -> action.put("timeout", time));
        ways(step, next, end, action);
        action.put(
                "playbook_id", JsonValue.of(Ids.playbook(maker, step.text("run").orElse(""))));
        extend(action, step.without("timeout"));
        return new JsonValue.Table(action);
    }

    JsonValue.Table parallel(JsonValue.Table step, List<String> begins, String next) {
        var parallel = begin("parallel", step);
        parallel.put("on_completion", JsonValue.of(next));
        parallel.put("next_steps", JsonValue.texts(begins));
        List<JsonValue> branches = new ArrayList<>();
        step.items("steps").forEach(inner -> {
            boolean sequence = inner.get("sequence").isPresent();
            branches.add(
                    sequence && inner instanceof JsonValue.Table table ? table.without("steps") : JsonValue.empty());
        });
        extend(parallel, step.without("steps").with("branches", new JsonValue.Items(branches)));
        return new JsonValue.Table(parallel);
    }

    /** What a tool elsewhere asks a person, since it cannot judge our conditions. */
    JsonValue.Table question(JsonValue.Table choose, String next) {
        var question = new LinkedHashMap<String, JsonValue>();
        question.put("type", JsonValue.of("action"));
        String title = OwnCommands.in(choose.table("title"), language);
        question.put("name", JsonValue.of(new Words(language).say("command.choice", title)));
        question.put("step_variables", new JsonValue.Table(Map.of(variable(choose), variable("string"))));
        question.put("out_args", JsonValue.texts(List.of(variable(choose))));
        question.put("on_completion", JsonValue.of(next));
        question.put("commands", commands(choose));
        question.put("agent", JsonValue.of(agent(JsonValue.empty())));
        extend(question, new JsonValue.Table(Map.of("asks", choose.fields().get("choose"))));
        return new JsonValue.Table(question);
    }

    JsonValue.Table choice(JsonValue.Table choose, Map<String, JsonValue> cases, String next) {
        var choice = begin("switch-condition", choose);
        choice.put("on_completion", JsonValue.of(next));
        choice.put("switch", JsonValue.of(variable(choose) + ":value"));
        choice.put("cases", new JsonValue.Table(cases));
        List<JsonValue> branches = choose.items("branches").stream()
                .<JsonValue>map(branch -> branch instanceof JsonValue.Table table ? table.without("steps") : branch)
                .toList();
        extend(choice, choose.with("branches", new JsonValue.Items(branches)).with("lang", JsonValue.of(language)));
        return new JsonValue.Table(choice);
    }

    private Map<String, JsonValue> begin(String type, JsonValue.Table step) {
        Map<String, JsonValue> begun = new LinkedHashMap<>();
        begun.put("type", JsonValue.of(type));
        step.get("title")
                .ifPresent(title -> begun.put("name", JsonValue.of(Own.variables(OwnCommands.in(title, language)))));
        return begun;
    }

    private static void ways(JsonValue.Table step, String next, String end, Map<String, JsonValue> into) {
        String failure =
                step.text("on failure").or(() -> step.text("otherwise")).orElse("stop");
        into.put("on_success", JsonValue.of(next));
        if (failure.equals("continue")) {
            into.put("on_failure", JsonValue.of(next));
        } else if (failure.startsWith("end as")) {
            into.put("on_failure", JsonValue.of(end));
        }
    }

    private static Optional<JsonValue> timeout(JsonValue.Table step) {
        return step.text("timeout")
                .map(Durations::parse)
                .map(Duration::toMillis)
                .map(JsonValue.Decimal::new);
    }

    private JsonValue commands(JsonValue.Table step) {
        return new JsonValue.Items(OwnCommands.of(step, language).stream()
                .<JsonValue>map(command -> {
                    var one = new LinkedHashMap<String, JsonValue>();
                    one.put("type", JsonValue.of("manual"));
                    one.put("command", JsonValue.of(command));
                    return new JsonValue.Table(one);
                })
                .toList());
    }

    /** The fields that a person fills in, as variables that the step hands back. */
    private static void record(JsonValue.Table step, Map<String, JsonValue> into) {
        var fields = new LinkedHashMap<String, JsonValue>();
        step.table("record").fields().forEach((name, type) -> {
            boolean number = type.asText().orElse("").endsWith("number");
            fields.put("__" + name + "__", variable(number ? "float" : "string"));
        });
        if (!fields.isEmpty()) {
            into.put("step_variables", new JsonValue.Table(fields));
            into.put("out_args", JsonValue.texts(List.copyOf(fields.keySet())));
        }
    }

    private static JsonValue variable(String type) {
        return new JsonValue.Table(Map.of("type", JsonValue.of(type)));
    }

    private static String variable(JsonValue.Table choose) {
        return "__" + choose.text("choose").orElse("") + "__";
    }

    private String agent(JsonValue.Table step) {
        String role = step.text("who").or(() -> step.text("asked by")).orElse(owner);
        String id = Ids.of("group", playbook, role);
        var agent = new LinkedHashMap<String, JsonValue>();
        agent.put("type", JsonValue.of("group"));
        agent.put("name", JsonValue.of(role));
        agents.put(id, new JsonValue.Table(agent));
        return id;
    }

    private static void extend(Map<String, JsonValue> step, JsonValue.Table about) {
        step.put("step_extensions", new JsonValue.Table(Map.of(Own.EXTENSION, about)));
    }
}
