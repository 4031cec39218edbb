package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a playbook and the ways between them: a table of steps that name each other. */
final class Workflow {

    private static final List<String> SINGLE =
            List.of("on_completion", "on_success", "on_failure", "on_true", "on_false");

    private final Map<String, JsonValue> steps;
    private final Map<String, Set<String>> reached = new HashMap<>();

    Workflow(JsonValue.Table playbook) {
        this.steps = playbook.table("workflow").fields();
    }

    /** One way from a step to another, and the place where it is said. */
    record Way(String pointer, String to) {}

    static String pointer(String id) {
        return "/workflow/" + escaped(id);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    Set<String> ids() {
        return steps.keySet();
    }

    JsonValue.Table step(String id) {
        return steps.get(id) instanceof JsonValue.Table table ? table : JsonValue.empty();
    }

    String type(String id) {
        return step(id).text("type").orElse("");
    }

    boolean isEnd(String id) {
        return type(id).equals("end");
    }

    /** What comes after it when all is well. */
    Optional<String> next(String id) {
        return step(id).text("on_completion").or(() -> step(id).text("on_success"));
    }

    /** Where its branches begin, in their order. */
    List<String> branches(String id) {
        JsonValue.Table step = step(id);
        List<String> begins = new ArrayList<>(step.texts("next_steps"));
        step.text("on_true").ifPresent(begins::add);
        step.text("on_false").ifPresent(begins::add);
        step.table("cases").fields().values().forEach(to -> to.asText().ifPresent(begins::add));
        return begins;
    }

    List<Way> ways(String id) {
        JsonValue.Table step = step(id);
        List<Way> ways = new ArrayList<>();
        for (String name : SINGLE) {
            step.get(name).ifPresent(to -> ways.add(way(pointer(id) + "/" + name, to)));
        }
        List<JsonValue> beside = step.items("next_steps");
        for (int i = 0; i < beside.size(); i++) {
            ways.add(way(pointer(id) + "/next_steps/" + i, beside.get(i)));
        }
        step.table("cases").fields().forEach((name, to) -> ways.add(way(pointer(id) + "/cases/" + escaped(name), to)));
        return ways;
    }

    private static Way way(String pointer, JsonValue to) {
        return new Way(pointer, to.asText().orElse("?"));
    }

    /** Every step that can come at or after this one. */
    Set<String> reach(String id) {
        Set<String> known = reached.get(id);
        if (known != null) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(id);
        ways(id).forEach(way -> all.addAll(reach(way.to())));
        reached.put(id, all);
        return all;
    }

    /** The step at which all these ways come together again, the first of them; none where they end apart. */
    Optional<String> join(Collection<String> begins) {
        if (begins.size() < 2) {
            return Optional.empty();
        }
        Set<String> common = new LinkedHashSet<>(ids());
        begins.forEach(begin -> common.retainAll(reach(begin)));
        return common.stream()
                .filter(id -> !isEnd(id))
                .max(Comparator.comparingInt(id -> reach(id).size()));
    }

    /** The ids of a circle, its first once more at the end; empty where there is none. */
    List<String> circle() {
        Set<String> done = new HashSet<>();
        for (String id : ids()) {
            Map<String, String> path = new LinkedHashMap<>();
            List<String> found = circle(id, path, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<String> circle(String id, Map<String, String> path, Set<String> done) {
        if (path.containsKey(id)) {
            List<String> round = new ArrayList<>(path.keySet());
            round = new ArrayList<>(round.subList(round.indexOf(id), round.size()));
            round.add(id);
            return round;
        }
        if (done.contains(id)) {
            return List.of();
        }
        path.put(id, id);
        for (Way way : ways(id)) {
            List<String> found = circle(way.to(), path, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.remove(id);
        done.add(id);
        return List.of();
    }
}
