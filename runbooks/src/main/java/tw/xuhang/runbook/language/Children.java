package tw.xuhang.runbook.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** Whether the runbooks that a runbook runs are there, are given what they take, and come to an end. */
final class Children {

    private static final String RUN = "run";
    private static final String TEXT = "text";
    private static final String UPLINK = "uplink";

    private final Desk desk;
    private final Surroundings around;

    Children(Desk desk, Surroundings around) {
        this.desk = desk;
        this.around = around;
    }

    void check() {
        for (Step step : desk.runbook().everyStep()) {
            if (step instanceof Step.Child child) {
                check(child);
            }
        }
    }

    private void check(Step.Child step) {
        String own = desk.runbook().key();
        if (step.runbook().equals(own)) {
            desk.note(step, Rule.RUNS_ITSELF, "'" + own + "' runs itself", RUN);
            return;
        }
        around.runbooks().ifPresent(library -> {
            Runbook run = library.get(step.runbook());
            if (run == null) {
                String hint = Nearest.hint(step.runbook(), library.keySet());
                desk.note(step, Rule.UNKNOWN_RUNBOOK, "there is no runbook '" + step.runbook() + "'" + hint, RUN);
            } else {
                step.with().forEach((name, value) -> given(step, run, name, value));
                levels(step, library);
            }
        });
    }

    private void given(Step.Child step, Runbook run, String name, String value) {
        Runbook.Parameter wanted = run.parameters().get(name);
        if (wanted == null) {
            String hint = Nearest.hint(name, run.parameters().keySet());
            desk.note(
                    step,
                    Rule.CHILD_PARAMETER,
                    "runbook '" + run.key() + "' has no parameter '" + name + "'" + hint,
                    "with",
                    name);
        } else if (!wanted.type().equals(TEXT)) {
            named(step, name, value, wanted.type());
        }
    }

    /** The name of a line or a vendor: one of ours as it stands, or a parameter that holds one. */
    private void named(Step.Child step, String name, String value, String type) {
        boolean ours = value.startsWith("$");
        Runbook.Parameter parameter = desk.runbook().parameters().get(ours ? value.substring(1) : "");
        if (parameter != null && !parameter.type().equals(type)) {
            desk.note(
                    step,
                    Rule.PARAMETER_TYPE,
                    "'" + value + "' is of type " + parameter.type() + "; '" + name + "' takes the name of "
                            + (type.equals(UPLINK) ? "an " : "a ") + type,
                    "with",
                    name);
        } else if (!ours) {
            Optional<Set<String>> known = type.equals(UPLINK) ? around.uplinks() : around.vendors();
            Rule rule = type.equals(UPLINK) ? Rule.UNKNOWN_UPLINK : Rule.UNKNOWN_VENDOR;
            known.filter(names -> !names.contains(value))
                    .ifPresent(names -> desk.note(
                            step,
                            rule,
                            "there is no " + type + " '" + value + "'" + Nearest.hint(value, names),
                            "with",
                            name));
        }
    }

    private void levels(Step.Child step, Map<String, Runbook> library) {
        List<String> first = List.of(desk.runbook().key(), step.runbook());
        Optional<List<String>> circle = circle(first, library);
        if (circle.isPresent()) {
            desk.note(step, Rule.RUNS_ITSELF, "'" + first.getFirst() + "' runs itself: " + shown(circle.get()), RUN);
            return;
        }
        tooDeep(first, library)
                .ifPresent(way -> desk.note(
                        step,
                        Rule.NESTED_TOO_DEEP,
                        "more than " + Step.Child.MOST_LEVELS + " levels: " + shown(way),
                        RUN));
    }

    /** The shortest way back to where it began. */
    private static Optional<List<String>> circle(List<String> first, Map<String, Runbook> library) {
        Deque<List<String>> open = new ArrayDeque<>(List.of(first));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (List<String> way : further(open.removeFirst(), library)) {
                if (way.getLast().equals(first.getFirst())) {
                    return Optional.of(way);
                }
                if (seen.add(way.getLast())) {
                    open.add(way);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> tooDeep(List<String> first, Map<String, Runbook> library) {
        Map<String, List<String>> level = Map.of(first.getLast(), first);
        for (int levels = first.size(); levels <= Step.Child.MOST_LEVELS; levels++) {
            Map<String, List<String>> below = new LinkedHashMap<>();
            level.values().forEach(way -> further(way, library).forEach(next -> below.put(next.getLast(), next)));
            level = below;
        }
        return level.values().stream().findFirst();
    }

    private static List<List<String>> further(List<String> way, Map<String, Runbook> library) {
        Runbook last = library.get(way.getLast());
        return last == null
                ? List.of()
                : last.everyStep().stream()
                        .flatMap(step -> step instanceof Step.Child child ? Stream.of(child.runbook()) : Stream.empty())
                        .distinct()
                        .map(key -> Stream.concat(way.stream(), Stream.of(key)).toList())
                        .toList();
    }

    private static String shown(List<String> way) {
        return String.join(" → ", way);
    }
}
