package tw.xuhang.casebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Runbook;

/** Begins runbooks by hand. */
public final class Starting {

    private final Incidents incidents;
    private final Function<String, Optional<Runbook>> library;
    private final Consumer<String> work;

    /**
     * @param library the newest version of a runbook by its key
     * @param work takes a run that has just begun, e.g. the engine
     */
    public Starting(Incidents incidents, Function<String, Optional<Runbook>> library, Consumer<String> work) {
        this.incidents = incidents;
        this.library = library;
        this.work = work;
    }

    /**
     * What somebody wants to begin.
     *
     * @param parameters the others keep their defaults
     */
    public record Wish(String runbook, Map<String, String> parameters, String reason) {
        public Wish {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Whether there is such a thing to begin. */
    sealed interface Wanted {
        record Ready(Incidents.Start start) implements Wanted {}

        record UnknownRunbook() implements Wanted {}

        record UnknownParameters(List<String> names) implements Wanted {}
    }

    /** What became of it. */
    public sealed interface Started {
        record Begun(String run) implements Started {}

        record UnknownCase() implements Started {}

        record CaseClosed() implements Started {}

        /** A run of this runbook works on the case. */
        record AtWork() implements Started {}

        record UnknownRunbook() implements Started {}

        record UnknownParameters(List<String> names) implements Started {
            public UnknownParameters {
                names = List.copyOf(names);
            }
        }
    }

    Wanted wanted(Wish wish) {
        Optional<Runbook> runbook = library.apply(wish.runbook());
        if (runbook.isEmpty()) {
            return new Wanted.UnknownRunbook();
        }
        var strange = new TreeSet<>(wish.parameters().keySet());
        strange.removeAll(runbook.get().parameters().keySet());
        if (!strange.isEmpty()) {
            return new Wanted.UnknownParameters(List.copyOf(strange));
        }
        var parameters = new HashMap<String, String>();
        runbook.get().parameters().forEach((name, parameter) -> parameters.put(name, parameter.preset()));
        parameters.putAll(wish.parameters());
        return new Wanted.Ready(new Incidents.Start(runbook.get(), parameters, wish.reason()));
    }

    /** Begins it on an open case, in the case's mode. */
    public Started begin(String number, Wish wish, Actor actor) {
        if (incidents.read(number).opened().isEmpty()) {
            return new Started.UnknownCase();
        }
        return switch (wanted(wish)) {
            case Wanted.UnknownRunbook _ -> new Started.UnknownRunbook();
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
