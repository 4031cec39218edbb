package tw.xuhang.runbook;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One runbook as read from its file.
 *
 * @param key the file's name without its ending
 * @param version SHA-256 of the file's bytes, hexadecimal; a run keeps the version it began with (R5)
 * @param sources rules and articles it follows, e.g. {@code P-16}
 * @param parameters name → value it has when the trigger gives none
 */
public record Runbook(
        String key,
        String version,
        Text title,
        List<String> sources,
        String owner,
        Objective objective,
        List<Trigger> triggers,
        Map<String, Parameter> parameters,
        List<Step> steps,
        List<Step> verify,
        List<Step> standDown) {

    public Runbook {
        requireNonNull(key, "key is null");
        requireNonNull(version, "version is null");
        sources = List.copyOf(sources);
        triggers = List.copyOf(triggers);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        steps = List.copyOf(steps);
        verify = List.copyOf(verify);
        standDown = List.copyOf(standDown);
    }

    /** What it serves and how fast it must be. */
    public record Objective(List<String> services, Optional<Duration> rto, Optional<Duration> mtpd) {
        public Objective {
            services = List.copyOf(services);
        }
    }

    /** A named input of the runbook. Types: {@code uplink}, {@code vendor}, {@code text}. */
    public record Parameter(String type, String preset) {}

    /** Every step of the runbook, outer before inner, in the order of the text; stand-down steps last. */
    public List<Step> everyStep() {
        var all = new ArrayList<Step>();
        collect(steps, all);
        collect(verify, all);
        collect(standDown, all);
        return List.copyOf(all);
    }

    public Optional<Step> step(String name) {
        return everyStep().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private static void collect(List<Step> from, List<Step> into) {
        for (Step step : from) {
            into.add(step);
            collect(step.inner(), into);
        }
    }
}
