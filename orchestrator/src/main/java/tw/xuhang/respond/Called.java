package tw.xuhang.respond;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Trigger;

/** The runbooks that what was seen calls for, by their triggers. */
final class Called {

    /** Attributes that take the place of the runbook's parameter of this name. */
    private static final Map<String, String> GIVEN = Map.of("main", "key", "service", "service");

    private final Supplier<List<Runbook>> library;

    Called(Supplier<List<Runbook>> library) {
        this.library = library;
    }

    /** @param kind of trigger, e.g. {@code link.down}; it stays as the run's reason */
    List<Incidents.Start> by(String kind, Map<String, String> attributes) {
        return library.get().stream()
                .filter(runbook -> runbook.triggers().stream().anyMatch(t -> matches(t, kind, attributes)))
                .map(runbook -> new Incidents.Start(runbook, parameters(runbook, attributes), kind))
                .toList();
    }

    private static boolean matches(Trigger trigger, String kind, Map<String, String> attributes) {
        return trigger.signal().equals(kind)
                && trigger.boldness() == Trigger.Boldness.ACT
                && trigger.where().entrySet().stream()
                        .allMatch(w -> w.getValue().equals(attributes.get(w.getKey())));
    }

    private static Map<String, String> parameters(Runbook runbook, Map<String, String> attributes) {
        var parameters = new HashMap<String, String>();
        runbook.parameters().forEach((name, parameter) -> parameters.put(name, parameter.preset()));
        GIVEN.forEach((name, attribute) -> {
            String value = attributes.getOrDefault(attribute, "");
            if (parameters.containsKey(name) && !value.isEmpty()) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }
}
