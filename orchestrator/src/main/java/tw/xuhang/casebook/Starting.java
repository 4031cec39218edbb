package tw.xuhang.casebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.Incidents;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.publication.Repertoire.Choice;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;

/** Begins runbooks by hand. */
public final class Starting {

    private final Incidents incidents;
    private final Repertoire repertoire;
    private final Consumer<String> work;

    /** @param work takes a run that has just begun, e.g. the engine */
    public Starting(Incidents incidents, Repertoire repertoire, Consumer<String> work) {
        this.incidents = incidents;
        this.repertoire = repertoire;
        this.work = work;
    }

    /**
     * What somebody wants to begin.
     *
     * @param version to take, e.g. that of a run which is repeated (R5); empty: the usual one of the mode
     * @param parameters the others keep their defaults
     */
    public record Wish(String runbook, String version, Map<String, String> parameters, String reason) {
        public Wish {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Whether there is such a thing to begin. */
    sealed interface Wanted {
        record Ready(Incidents.Start start) implements Wanted {}

        record Unavailable(Choice why) implements Wanted {}

        record UnknownParameters(List<String> names) implements Wanted {}
    }

    /** What became of it. */
    public sealed interface Started {
        record Begun(String run) implements Started {}

        record UnknownCase() implements Started {}

        record CaseClosed() implements Started {}

        /** A run of this runbook works on the case. */
        record AtWork() implements Started {}

        /** There is no such version, or none that a run of this mode may take (P-30). */
        record Unavailable(Choice why) implements Started {}

        record UnknownParameters(List<String> names) implements Started {
            public UnknownParameters {
                names = List.copyOf(names);
            }
        }
    }

    Wanted wanted(Wish wish, Mode mode) {
        return switch (repertoire.choose(wish.runbook(), mode, wish.version())) {
            case Choice.Taken(Runbook runbook) -> wanted(wish, runbook);
            case Choice why -> new Wanted.Unavailable(why);
        };
    }

    private static Wanted wanted(Wish wish, Runbook runbook) {
        var strange = new TreeSet<>(wish.parameters().keySet());
        strange.removeAll(runbook.parameters().keySet());
        if (!strange.isEmpty()) {
            return new Wanted.UnknownParameters(List.copyOf(strange));
        }
        var parameters = new HashMap<String, String>();
        runbook.parameters().forEach((name, parameter) -> parameters.put(name, parameter.preset()));
        parameters.putAll(wish.parameters());
        return new Wanted.Ready(new Incidents.Start(runbook, parameters, wish.reason()));
    }

    /** Begins it on an open case, in the case's mode. */
    public Started begin(String number, Wish wish, Actor actor) {
        Optional<Mode> mode = incidents.read(number).opened().map(IncidentEntry.Opened::mode);
        if (mode.isEmpty()) {
            return new Started.UnknownCase();
        }
        return switch (wanted(wish, mode.get())) {
            case Wanted.Unavailable(Choice why) -> new Started.Unavailable(why);
            case Wanted.UnknownParameters(List<String> names) -> new Started.UnknownParameters(names);
            case Wanted.Ready(Incidents.Start start) ->
                incidents
                        .begin(number, start, actor)
                        .<Started>map(run -> {
                            work.accept(run);
                            return new Started.Begun(run);
                        })
                        .orElseGet(() ->
                                incidents.read(number).isOpen() ? new Started.AtWork() : new Started.CaseClosed());
        };
    }
}
