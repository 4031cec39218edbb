package tw.xuhang.runbook.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.condition.Name.Sort;

/** The names that the conditions of one runbook may use. Every one of them has a value at any time of a run. */
public final class Vocabulary {

    /** How a case began, as {@code incident.kind} says it. */
    public static final List<String> KINDS =
            List.of("backbone-outage", "backup-line-outage", "service-outage", "alert", "reported");

    /** How a step stands, as {@code steps.NAME.outcome} says it. */
    public static final List<String> OUTCOMES = List.of("open", "succeeded", "failed", "skipped", "not-needed");

    /** {@code steps.NAME.branch} of a choice that took none, or is still to come. */
    public static final String NO_BRANCH = "none";

    /** {@code steps.NAME.answer} of an order about which the vendor has said nothing. */
    public static final String NO_ANSWER = "none";

    /** How far a vendor has come, as {@code steps.NAME.answer} says it. */
    public static final List<String> ANSWERS =
            List.of(NO_ANSWER, "acknowledged", "on-site", "fixed", "declined", "closed");

    private final Map<String, Name> names;

    private Vocabulary(Map<String, Name> names) {
        this.names = Collections.unmodifiableMap(names);
    }

    public static Vocabulary of(Runbook runbook) {
        var names = new LinkedHashMap<String, Name>();
        names.put("drill", Name.of(Sort.TRUTH));
        names.put("signal.kind", Name.of(Sort.TEXT));
        names.put("incident.kind", Name.oneOf(KINDS));
        names.put("incident.subject", Name.of(Sort.TEXT));
        names.put("incident.source", Name.of(Sort.TEXT));
        names.put("incident.declared", Name.of(Sort.TRUTH));
        names.put("outage.services", Name.of(Sort.COUNT));
        names.put("outage.lines", Name.of(Sort.COUNT));
        names.put("outage.minutes", Name.of(Sort.COUNT));
        names.put("outage.limit_reached", Name.of(Sort.TRUTH));
        for (String service : runbook.objective().services()) {
            names.put("services." + written(service) + ".down", Name.of(Sort.TRUTH));
            names.put("services." + written(service) + ".minutes", Name.of(Sort.COUNT));
        }
        runbook.parameters().keySet().forEach(name -> names.put("parameters." + name, Name.of(Sort.TEXT)));
        runbook.everyStep().forEach(step -> step(step, names));
        return new Vocabulary(names);
    }

    private static void step(Step step, Map<String, Name> names) {
        List<String> branches = branches(step);
        if (!step.inner().isEmpty() && branches.isEmpty()) {
            return;
        }
        String prefix = "steps." + written(step.name()) + ".";
        names.put(prefix + "outcome", Name.oneOf(OUTCOMES));
        if (!branches.isEmpty()) {
            var words = new ArrayList<String>(List.of(NO_BRANCH));
            words.addAll(branches);
            names.put(prefix + "branch", Name.oneOf(words));
        } else if (!(step instanceof Step.Wait)) {
            names.put(prefix + "attempts", Name.of(Sort.COUNT));
        }
        if (step instanceof Step.Dispatch) {
            names.put(prefix + "answer", Name.oneOf(ANSWERS));
        }
        if (step instanceof Step.Task task) {
            task.record()
                    .forEach((field, type) -> names.put(
                            prefix + "record." + written(field),
                            Name.of(type.endsWith("number") ? Sort.NUMBER : Sort.TEXT)));
        }
    }

    /** Those of which one is taken, or is the first. */
    private static List<String> branches(Step step) {
        boolean one = step instanceof Step.Choose
                || (step instanceof Step.Parallel parallel && parallel.join() == Step.Parallel.Join.ANY);
        return one ? step.inner().stream().map(Step::name).toList() : List.of();
    }

    /** As a condition writes the name of a step, service or field: a hyphen would be a minus. */
    public static String written(String name) {
        return name.replace('-', '_');
    }

    public Optional<Name> name(String written) {
        return Optional.ofNullable(names.get(written));
    }

    public Set<String> names() {
        return names.keySet();
    }
}
