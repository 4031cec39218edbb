package tw.xuhang.runbook.cacao;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.xuhang.runbook.cacao.Remark.Kind;
import tw.xuhang.runbook.language.Durations;

/** Makes tasks of what a playbook wants done: by a person it says so, and by a machine nobody here knows that machine. */
final class StepImport {

    private static final int MOST_POINTS = 50;
    /** What is read of every step that becomes something, and of one of its type. */
    private static final List<String> EVERY = List.of(
            "type", "name", "delay", "step_variables", "step_extensions", "on_completion", "on_success", "on_failure");

    private static final Map<String, List<String>> OWN = Map.of(
            "action", List.of("description", "timeout", "commands", "agent", "targets", "in_args", "out_args"),
            "playbook-action", List.of("description", "timeout", "playbook_id", "in_args", "out_args"),
            "parallel", List.of("next_steps"),
            "if-condition", List.of("description", "timeout", "condition", "on_true", "on_false"),
            "while-condition", List.of("description", "timeout", "condition", "on_true"),
            "switch-condition", List.of("description", "timeout", "switch", "cases"));

    private final Desk desk;
    private final Variables variables;
    private final Parties parties;
    private final CommandPoints commands;

    StepImport(Desk desk, Variables variables, Parties parties) {
        this.desk = desk;
        this.variables = variables;
        this.parties = parties;
        this.commands = new CommandPoints(desk, variables);
    }

    /** An action. */
    JsonValue.Table action(String id, JsonValue onFailure) {
        JsonValue.Table step = desk.workflow.step(id);
        List<JsonValue> points = new ArrayList<>(about(id));
        points.addAll(parties.targets(id));
        List<JsonValue> all = step.items("commands");
        for (int i = 0; i < all.size(); i++) {
            points.addAll(commands.of(all.get(i), id, Workflow.pointer(id) + "/commands/" + i));
        }
        if (all.isEmpty()) {
            desk.note(Kind.TO_COMPLETE, Workflow.pointer(id) + "/commands", "no-commands");
        }
        String was = all.stream()
                .map(command -> Texts.line(command.text("type").orElse("?")))
                .distinct()
                .collect(Collectors.joining(", ", "action (", ")"));
        return task(id, was, points, variables.record(id), onFailure);
    }

    /** A playbook that another one runs: nobody here knows which runbook that is. */
    JsonValue.Table playbook(String id, JsonValue onFailure) {
        String other =
                desk.workflow.step(id).text("playbook_id").map(Texts::word).orElse("?");
        desk.note(Kind.CHANGED, Workflow.pointer(id) + "/playbook_id", "playbook-action", other);
        List<JsonValue> points = new ArrayList<>(about(id));
        points.add(Texts.say("point.playbook", other));
        return task(id, "playbook-action", points, variables.record(id), onFailure);
    }

    /** A question that the playbook lets a machine answer: a person does. */
    JsonValue.Table question(String id, List<JsonValue> points, JsonValue onFailure) {
        List<JsonValue> all = new ArrayList<>(about(id));
        all.addAll(points);
        Map<String, JsonValue> answer = Map.of("answer", JsonValue.of("text"));
        return task(id, desk.workflow.type(id), all, answer, onFailure);
    }

    /** A loop: the language has none, so a person repeats what is inside. */
    JsonValue.Table loop(String id, List<JsonValue> inside, JsonValue onFailure) {
        String condition =
                variables.fill(desk.workflow.step(id).text("condition").orElse("?"), id);
        desk.note(Kind.CHANGED, Workflow.pointer(id), "loop", Texts.line(condition));
        List<JsonValue> points = new ArrayList<>(about(id));
        points.addAll(Texts.points("point.while", condition));
        points.addAll(inside);
        return task(id, "while-condition", points, Map.of(), onFailure);
    }

    /** Branches that are nested too deep. */
    JsonValue.Table folded(String id, List<JsonValue> inside, JsonValue onFailure) {
        List<JsonValue> points = new ArrayList<>(about(id));
        desk.workflow
                .step(id)
                .text("condition")
                .or(() -> desk.workflow.step(id).text("switch"))
                .ifPresent(asked -> points.addAll(Texts.points("point.if", variables.fill(asked, id))));
        points.addAll(inside);
        return task(id, desk.workflow.type(id), points, Map.of(), onFailure);
    }

    /** The step as a runbook had it, where this playbook was made of one. */
    Optional<JsonValue.Table> own(String id) {
        JsonValue.Table step = desk.workflow.step(id);
        if (Own.kind(Own.about(step)).isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonValue.Table> own = Own.step(desk.playbook, step);
        if (own.isEmpty()) {
            desk.note(Kind.CHANGED, Workflow.pointer(id), "changed-since", title(id));
            return Optional.empty();
        }
        restored(id);
        String kind = Own.kind(own.get()).orElse("");
        String name = desk.names.unique(own.get().text(kind).orElse(""), "step");
        desk.became(id, desk.workflow.type(id), kind, name);
        return Optional.of(own.get().with(kind, JsonValue.of(name)));
    }

    /** Nothing more is to be said of this one. */
    void restored(String id) {
        leftovers(id);
        desk.restored.add(id);
        parties.use(id);
    }

    /** Says what nobody reads of this step. */
    void leftovers(String id) {
        List<String> used = new ArrayList<>(EVERY);
        used.addAll(OWN.getOrDefault(desk.workflow.type(id), List.of()));
        desk.leftovers(Workflow.pointer(id), desk.workflow.step(id), used);
        desk.workflow.step(id).table("step_extensions").fields().keySet().stream()
                .filter(extension -> !extension.equals(Own.EXTENSION))
                .forEach(extension -> desk.note(
                        Kind.LEFT_OUT,
                        Workflow.pointer(id) + "/step_extensions/" + Workflow.escaped(extension),
                        "extension",
                        extension));
    }

    String fill(String text, String id) {
        return variables.fill(text, id);
    }

    /** What the playbook wants to wait before a step. */
    Optional<JsonValue> delay(String id) {
        return milliseconds(id, "delay").map(time -> {
            String title = title(id);
            String name = desk.names.unique("wait-before-" + Names.of(title, "step"), "wait");
            var wait = new LinkedHashMap<String, JsonValue>();
            wait.put("wait", JsonValue.of(name));
            wait.put("title", Texts.say("title.delay", title));
            wait.put("for", JsonValue.of(Durations.print(time)));
            desk.became(id, "delay", "wait", name);
            return new JsonValue.Table(wait);
        });
    }

    String title(String id) {
        JsonValue.Table step = desk.workflow.step(id);
        String name = step.text("name")
                .or(() -> step.text("description"))
                .map(text -> variables.fill(text, id))
                .orElse("");
        String line = Texts.line(name);
        if (line.endsWith("…") && !name.strip().endsWith("…")) {
            desk.note(Kind.CHANGED, Workflow.pointer(id) + "/name", "shortened");
        }
        return line.isBlank() ? Texts.word(id.replaceAll("^(.*--.{8}).*$", "$1")) : line;
    }

    private List<JsonValue> about(String id) {
        JsonValue.Table step = desk.workflow.step(id);
        return step.text("name").isEmpty()
                ? List.of()
                : Texts.lines(variables.fill(step.text("description").orElse(""), id)).stream()
                        .<JsonValue>map(Texts::same)
                        .toList();
    }

    private JsonValue.Table task(
            String id, String was, List<JsonValue> points, Map<String, JsonValue> record, JsonValue onFailure) {
        leftovers(id);
        String title = title(id);
        String name = desk.names.unique(title, "step");
        var task = new LinkedHashMap<String, JsonValue>();
        task.put("task", JsonValue.of(name));
        task.put("title", Texts.same(title));
        task.put("who", JsonValue.of(parties.who(id)));
        milliseconds(id, "timeout").ifPresent(time -> task.put("timeout", JsonValue.of(Durations.print(time))));
        if (!points.isEmpty()) {
            task.put("checklist", new JsonValue.Items(bounded(id, points)));
        }
        if (!record.isEmpty()) {
            task.put("record", new JsonValue.Table(record));
        }
        task.put("on failure", onFailure);
        desk.became(id, was, "task", name);
        return new JsonValue.Table(task);
    }

    private List<JsonValue> bounded(String id, List<JsonValue> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        String rest = Integer.toString(points.size() - MOST_POINTS + 1);
        desk.note(Kind.LEFT_OUT, Workflow.pointer(id), "long-checklist", rest);
        List<JsonValue> kept = new ArrayList<>(points.subList(0, MOST_POINTS - 1));
        kept.add(Texts.say("point.rest", rest));
        return kept;
    }

    /** In whole seconds, upwards; what cannot be a duration here is said and left out. */
    private Optional<Duration> milliseconds(String id, String name) {
        Optional<Long> written = desk.workflow.step(id).number(name);
        String place = Workflow.pointer(id) + "/" + name;
        if (written.isEmpty()) {
            desk.workflow
                    .step(id)
                    .get(name)
                    .ifPresent(other -> desk.note(Kind.LEFT_OUT, place, "no-time", CanonicalJson.text(other)));
            return Optional.empty();
        }
        if (written.get() == 0) {
            return Optional.empty();
        }
        Duration time = Duration.ofSeconds(Math.ceilDiv(written.get(), 1000));
        if (time.isNegative() || !Durations.fits(Durations.print(time))) {
            desk.note(Kind.LEFT_OUT, place, "no-time", written.get().toString());
            return Optional.empty();
        }
        if (time.toMillis() != written.get()) {
            desk.note(Kind.CHANGED, place, "rounded", written.get().toString(), Durations.print(time));
        }
        return Optional.of(time);
    }
}
