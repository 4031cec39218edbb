package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** Puts ways that are known already beside each other, or lets a person choose between them. */
final class Branching {

    private static final String YES = "[\"yes\", \"Yes\", \"YES\", \"y\", \"是\"]";

    private final Desk desk;
    private final StepImport steps;

    Branching(Desk desk, StepImport steps) {
        this.desk = desk;
        this.steps = steps;
    }

    List<JsonValue> parallel(String id, List<List<JsonValue>> ways) {
        JsonValue.Table about = Own.about(desk.workflow.step(id));
        List<JsonValue> was = about.items("branches");
        List<JsonValue> inner = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            JsonValue known = was.size() == ways.size() ? was.get(i) : JsonValue.empty();
            if (!ways.get(i).isEmpty()) {
                inner.add(way(ways.get(i), known));
            }
        }
        steps.leftovers(id);
        if (inner.size() < 2 && about.text("parallel").isEmpty()) {
            desk.note(Kind.CHANGED, Workflow.pointer(id), "one-way", steps.title(id));
            return inner.isEmpty()
                    ? List.of()
                    : ways.stream().filter(way -> !way.isEmpty()).findFirst().orElse(List.of());
        }
        String title = steps.title(id);
        String name = desk.names.unique(about.text("parallel").orElse(title), "parallel");
        var parallel = new LinkedHashMap<String, JsonValue>();
        parallel.put("parallel", JsonValue.of(name));
        if (about.get("title").isPresent()) {
            parallel.put("title", Own.title(desk.workflow.step(id), about));
        } else if (about.get("parallel").isEmpty()) {
            parallel.put("title", Texts.same(title));
        }
        about.get("join").ifPresent(join -> parallel.put("join", join));
        parallel.put("steps", new JsonValue.Items(inner));
        desk.became(id, "parallel", "parallel", name);
        return List.of(new JsonValue.Table(parallel));
    }

    private JsonValue way(List<JsonValue> way, JsonValue known) {
        if (way.size() == 1 && known.get("sequence").isEmpty()) {
            return way.getFirst();
        }
        var sequence = new LinkedHashMap<String, JsonValue>();
        sequence.put(
                "sequence",
                JsonValue.of(desk.names.unique(known.text("sequence").orElse("way"), "way")));
        known.get("title").ifPresent(title -> sequence.put("title", title));
        sequence.put("steps", new JsonValue.Items(way));
        return new JsonValue.Table(sequence);
    }

    /** What a machine was to find out is a question to a person, and the answer decides. */
    List<JsonValue> question(String id, Map<String, List<JsonValue>> ways, JsonValue onFailure) {
        String condition = steps.fill(desk.workflow.step(id).text("condition").orElse("?"), id);
        desk.note(Kind.CHANGED, Workflow.pointer(id) + "/condition", "condition", Texts.line(condition));
        List<JsonValue> points = new ArrayList<>(Texts.points("point.if", condition));
        points.add(Texts.say("point.yes-no"));
        JsonValue.Table question = steps.question(id, points, onFailure);
        String yes = "steps." + Names.written(question.text("task").orElse("")) + ".record.answer in " + YES;
        List<JsonValue> right = ways.getOrDefault("on_true", List.of());
        List<JsonValue> wrong = ways.getOrDefault("on_false", List.of());
        List<JsonValue> branches = new ArrayList<>();
        if (!right.isEmpty()) {
            branches.add(branch("yes", Texts.say("title.yes"), yes, right));
        }
        if (!wrong.isEmpty()) {
            branches.add(branch("no", Texts.say("title.no"), right.isEmpty() ? "!(" + yes + ")" : "otherwise", wrong));
        }
        return asked(question, branches);
    }

    List<JsonValue> choice(String id, Map<String, List<JsonValue>> ways, JsonValue onFailure) {
        Optional<JsonValue> own = own(id, ways);
        if (own.isPresent()) {
            return List.of(own.get());
        }
        String asked = steps.fill(desk.workflow.step(id).text("switch").orElse("?"), id);
        String labels = ways.keySet().stream().map(Texts::word).collect(Collectors.joining(", "));
        desk.note(Kind.CHANGED, Workflow.pointer(id) + "/switch", "switch", Texts.line(asked));
        List<JsonValue> points = new ArrayList<>(Texts.points("point.switch", asked));
        points.addAll(Texts.points("point.one-of", labels));
        JsonValue.Table question = steps.question(id, points, onFailure);
        String answer = "steps." + Names.written(question.text("task").orElse("")) + ".record.answer";
        List<JsonValue> branches = new ArrayList<>();
        ways.forEach((label, way) -> {
            if (!way.isEmpty() && !label.equals("default")) {
                branches.add(branch(label, Texts.same(Texts.word(label)), answer + " == " + quoted(label), way));
            }
        });
        List<JsonValue> rest = ways.getOrDefault("default", List.of());
        if (!rest.isEmpty()) {
            String nothing = ways.entrySet().stream()
                    .filter(way -> way.getValue().isEmpty())
                    .map(way -> quoted(way.getKey()))
                    .collect(Collectors.joining(", "));
            String when = nothing.isEmpty() && !branches.isEmpty()
                    ? "otherwise"
                    : "!(" + answer + " in [" + (nothing.isEmpty() ? "\"-\"" : nothing) + "])";
            branches.add(branch("otherwise", Texts.say("title.otherwise"), when, rest));
        }
        return asked(question, branches);
    }

    private static String quoted(String label) {
        return "\"" + label.replaceAll("[^A-Za-z0-9_. -]", "_") + "\"";
    }

    private List<JsonValue> asked(JsonValue.Table question, List<JsonValue> branches) {
        return branches.isEmpty() ? List.of(question) : List.of(question, choose(question, branches));
    }

    /** What follows a step that may have failed. */
    List<JsonValue> afterFailure(JsonValue.Table step, List<JsonValue> bad, List<JsonValue> good) {
        String outcome = "steps." + Names.written(step.text("task").orElse("")) + ".outcome";
        List<JsonValue> branches = new ArrayList<>();
        if (!bad.isEmpty()) {
            branches.add(branch("failed", Texts.say("title.failed"), outcome + " == \"failed\"", bad));
        }
        if (!good.isEmpty()) {
            String when = bad.isEmpty() ? outcome + " != \"failed\"" : "otherwise";
            branches.add(branch("went-well", Texts.say("title.went-well"), when, good));
        }
        return branches.isEmpty() ? List.of() : List.of(choose(step, branches));
    }

    private JsonValue choose(JsonValue.Table after, List<JsonValue> branches) {
        String name = after.text("task").orElse("");
        var choose = new LinkedHashMap<String, JsonValue>();
        choose.put("choose", JsonValue.of(desk.names.unique("after-" + name, "choose")));
        choose.put(
                "title",
                Texts.both(
                        new Words("zh").say("title.after", OwnCommands.in(after.table("title"), "zh")),
                        new Words("en").say("title.after", OwnCommands.in(after.table("title"), "en"))));
        choose.put("branches", new JsonValue.Items(branches));
        return new JsonValue.Table(choose);
    }

    private JsonValue branch(String name, JsonValue title, String when, List<JsonValue> inside) {
        var branch = new LinkedHashMap<String, JsonValue>();
        branch.put("branch", JsonValue.of(desk.names.unique(name, "branch")));
        branch.put("title", title);
        branch.put("when", JsonValue.of(when));
        branch.put("steps", new JsonValue.Items(inside));
        return new JsonValue.Table(branch);
    }

    /** Whether this action only asks what the switch after it decides by itself here. */
    boolean asksFor(String id, Optional<String> after) {
        Optional<String> asks = Own.about(desk.workflow.step(id)).text("asks");
        return asks.isPresent()
                && after.filter(to ->
                                Own.about(desk.workflow.step(to)).text("choose").equals(asks))
                        .isPresent()
                && sayTheSame(desk.workflow.step(id), Own.about(desk.workflow.step(after.orElseThrow())));
    }

    private static boolean sayTheSame(JsonValue.Table question, JsonValue.Table choose) {
        List<String> written = question.items("commands").stream()
                .map(command -> command.text("command").orElse(""))
                .toList();
        return OwnCommands.of(choose, choose.text("lang").orElse("zh-Hant")).equals(written);
    }

    /** The choice as the runbook had it, where its branches are the cases still and its conditions were read by people. */
    private Optional<JsonValue> own(String id, Map<String, List<JsonValue>> ways) {
        JsonValue.Table about = Own.about(desk.workflow.step(id));
        boolean asked = desk.workflow.ids().stream()
                .anyMatch(one -> asksFor(one, desk.workflow.next(one).filter(id::equals)));
        List<JsonValue> branches = about.items("branches");
        List<String> cases = branches.stream().map(Branching::label).toList();
        if (!asked || !ways.keySet().equals(Set.copyOf(cases))) {
            return Optional.empty();
        }
        List<JsonValue> whole = new ArrayList<>();
        for (JsonValue branch : branches) {
            String name = desk.names.unique(branch.text("branch").orElse("branch"), "branch");
            var one = new LinkedHashMap<String, JsonValue>();
            one.put("branch", JsonValue.of(name));
            branch.get("title").ifPresent(title -> one.put("title", title));
            one.put("when", branch.get("when").orElse(JsonValue.of("otherwise")));
            one.put("steps", new JsonValue.Items(ways.getOrDefault(label(branch), List.of())));
            whole.add(new JsonValue.Table(one));
        }
        var choose = new LinkedHashMap<String, JsonValue>();
        String name = desk.names.unique(about.text("choose").orElse("choose"), "choose");
        choose.put("choose", JsonValue.of(name));
        choose.put("title", Own.title(desk.workflow.step(id), about));
        choose.put("branches", new JsonValue.Items(whole));
        steps.leftovers(id);
        desk.became(id, "switch-condition", "choose", name);
        return Optional.of(new JsonValue.Table(choose));
    }

    /** The case that a branch of ours is in a playbook. */
    static String label(JsonValue branch) {
        return branch.text("when").filter("otherwise"::equals).isPresent()
                ? "default"
                : branch.text("branch").orElse("");
    }

    /** Titles and checklists of steps as points of another step's checklist. */
    static List<JsonValue> points(List<JsonValue> inside) {
        return inside.stream()
                .flatMap(step -> Stream.of(
                                step.get("title").filter(_ -> step.get("choose").isEmpty()).stream(),
                                step.items("checklist").stream(),
                                points(step.items("steps")).stream(),
                                points(step.items("branches")).stream())
                        .flatMap(all -> all))
                .toList();
    }
}
