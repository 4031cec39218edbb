package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** Turns ways between steps into steps that stand one after the other, beside each other and inside each other. */
final class FlowImport {

    /** Deeper than that nobody follows on paper, and the language takes little more. */
    private static final int MOST_LEVELS = 4;

    private static final int MOST_MADE = 1000;
    private static final JsonValue CONTINUE = JsonValue.of("continue");

    private final Desk desk;
    private final Workflow workflow;
    private final StepImport steps;
    private final Branching branching;
    private final Set<String> met = new HashSet<>();
    private int made;

    FlowImport(Desk desk, StepImport steps) {
        this.desk = desk;
        this.workflow = desk.workflow;
        this.steps = steps;
        this.branching = new Branching(desk, steps);
    }

    /** Whether the ways cross so often that following each would never end. */
    boolean tangled() {
        return made > MOST_MADE;
    }

    Set<String> met() {
        return met;
    }

    /** The steps from here to an end, or to one of those that come after all of them. */
    List<JsonValue> chain(String begin, Set<String> stops, int level) {
        List<JsonValue> chain = new ArrayList<>();
        Optional<String> at = Optional.of(begin);
        while (at.isPresent() && !stops.contains(at.get()) && !tangled()) {
            String id = at.get();
            made++;
            if (!met.add(id) && !workflow.isEnd(id)) {
                desk.note(Kind.CHANGED, Workflow.pointer(id), "copied", steps.title(id));
            }
            at = one(id, stops, level, chain);
        }
        return chain;
    }

    private Optional<String> one(String id, Set<String> stops, int level, List<JsonValue> chain) {
        String type = workflow.type(id);
        return switch (type) {
            case "end" -> Optional.empty();
            case "start" -> workflow.next(id);
            case "action", "playbook-action" -> leaf(id, stops, level, chain);
            default -> {
                steps.delay(id).ifPresent(chain::add);
                Optional<String> after = workflow.next(id).or(() -> workflow.join(workflow.branches(id)));
                Set<String> until = with(stops, after);
                workflow.step(id)
                        .text("on_failure")
                        .filter(to -> !workflow.isEnd(to))
                        .ifPresent(to -> leftOut(id, to));
                if (level >= MOST_LEVELS || type.equals("while-condition")) {
                    chain.add(folded(id, until, level));
                } else {
                    inside(id, type, until, level, chain);
                }
                yield after;
            }
        };
    }

    private void inside(String id, String type, Set<String> until, int level, List<JsonValue> chain) {
        Map<String, List<JsonValue>> ways = new LinkedHashMap<>();
        switch (type) {
            case "parallel" ->
                chain.addAll(branching.parallel(
                        id,
                        workflow.branches(id).stream()
                                .map(begin -> chain(begin, until, level + 1))
                                .toList()));
            case "switch-condition" -> {
                workflow.step(id)
                        .table("cases")
                        .fields()
                        .forEach((name, to) -> ways.put(name, chain(to.asText().orElse(""), until, level + 1)));
                chain.addAll(branching.choice(id, ways, failure(id)));
            }
            default -> {
                for (String way : List.of("on_true", "on_false")) {
                    workflow.step(id).text(way).ifPresent(to -> ways.put(way, chain(to, until, level + 1)));
                }
                chain.addAll(branching.question(id, ways, failure(id)));
            }
        }
    }

    /** What is too deep, or comes again and again, as points of one task. */
    private JsonValue folded(String id, Set<String> until, int level) {
        int before = desk.became.size();
        List<JsonValue> points = new ArrayList<>();
        for (String begin : workflow.branches(id)) {
            points.addAll(Branching.points(chain(begin, until, level)));
        }
        List<Imported.Became> inside = new ArrayList<>(desk.became.subList(before, desk.became.size()));
        desk.became.subList(before, desk.became.size()).clear();
        boolean loop = workflow.type(id).equals("while-condition");
        if (!loop) {
            desk.note(Kind.CHANGED, Workflow.pointer(id), "too-deep", steps.title(id));
        }
        JsonValue.Table task = loop ? steps.loop(id, points, failure(id)) : steps.folded(id, points, failure(id));
        String name = task.text("task").orElse("");
        inside.forEach(one -> desk.became.add(new Imported.Became(one.place(), one.name(), one.was(), "point", name)));
        return task;
    }

    private Optional<String> leaf(String id, Set<String> stops, int level, List<JsonValue> chain) {
        Optional<String> after = workflow.next(id);
        steps.delay(id)
                .filter(wait -> Own.about(workflow.step(id)).get("wait").isEmpty())
                .ifPresent(chain::add);
        if (branching.asksFor(id, after)) {
            steps.restored(id);
            return after;
        }
        Optional<JsonValue.Table> own = steps.own(id);
        if (own.isPresent()) {
            chain.add(own.get());
            return after;
        }
        Optional<String> failed = workflow.step(id).text("on_failure");
        if (failed.isEmpty()) {
            chain.add(make(id, failure(id)));
            return after;
        }
        if (failed.equals(after)) {
            chain.add(make(id, CONTINUE));
            return after;
        }
        if (workflow.isEnd(failed.get())) {
            chain.add(make(id, JsonValue.of("stop")));
            return after;
        }
        if (level >= MOST_LEVELS) {
            leftOut(id, failed.get());
            chain.add(make(id, failure(id)));
            return after;
        }
        JsonValue.Table step = make(id, CONTINUE);
        chain.add(step);
        return fork(step, after, failed.get(), stops, level, chain);
    }

    /** Two ways, as the step failed or not. */
    private Optional<String> fork(
            JsonValue.Table step,
            Optional<String> after,
            String failed,
            Set<String> stops,
            int level,
            List<JsonValue> chain) {
        List<String> both = new ArrayList<>(List.of(failed));
        after.ifPresent(both::add);
        Optional<String> joined = workflow.join(both);
        Set<String> until = with(stops, joined);
        List<JsonValue> bad = chain(failed, until, level + 1);
        List<JsonValue> good = after.map(to -> chain(to, until, level + 1)).orElse(List.of());
        chain.addAll(branching.afterFailure(step, bad, good));
        return joined;
    }

    private JsonValue.Table make(String id, JsonValue onFailure) {
        return workflow.type(id).equals("action") ? steps.action(id, onFailure) : steps.playbook(id, onFailure);
    }

    /** Where the playbook leaves it open a person decides; where its exception ends it, the run stops. */
    private JsonValue failure(String id) {
        if (desk.playbook.text("workflow_exception").filter(workflow::isEnd).isPresent()) {
            desk.note(Kind.NOTE, "/workflow_exception", "stops");
        }
        boolean ends =
                workflow.step(id).text("on_failure").filter(workflow::isEnd).isPresent()
                        || desk.playbook
                                .text("workflow_exception")
                                .filter(workflow::isEnd)
                                .isPresent();
        return JsonValue.of(ends ? "stop" : "ask " + desk.settings.who());
    }

    private void leftOut(String id, String failed) {
        String rest = workflow.reach(failed).stream()
                .filter(step -> !workflow.isEnd(step))
                .map(steps::title)
                .collect(Collectors.joining(", "));
        desk.note(Kind.LEFT_OUT, Workflow.pointer(id) + "/on_failure", "failure-path", rest, desk.settings.who());
    }

    private static Set<String> with(Set<String> stops, Optional<String> more) {
        Set<String> all = new HashSet<>(stops);
        more.ifPresent(all::add);
        return all;
    }
}
