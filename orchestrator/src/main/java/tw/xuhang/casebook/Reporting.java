package tw.xuhang.casebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;

/** Opens cases by hand (P-07). Nothing is started unless a runbook is named. */
public final class Reporting {

    private final Incidents incidents;
    private final IncidentIndex index;
    private final Outages outages;
    private final Function<String, Optional<Runbook>> library;
    private final Consumer<String> work;

    /** @param work takes a run that has just begun, e.g. the engine */
    public Reporting(
            Incidents incidents,
            IncidentIndex index,
            Outages outages,
            Function<String, Optional<Runbook>> library,
            Consumer<String> work) {
        this.incidents = incidents;
        this.index = index;
        this.outages = outages;
        this.library = library;
        this.work = work;
    }

    /**
     * What is reported.
     *
     * @param runbook key of the one to start, or empty
     */
    public record Report(
            IncidentKind kind,
            String subject,
            String title,
            Instant began,
            Mode mode,
            String runbook,
            Map<String, String> parameters,
            String reason) {
        public Report {
            parameters = Map.copyOf(parameters);
        }
    }

    /** What became of it. */
    public sealed interface Reported {
        record Opened(String number, List<String> runs) implements Reported {
            public Opened {
                runs = List.copyOf(runs);
            }
        }

        /** A case about the same subject is open: note it there. */
        record AlreadyOpen(String number) implements Reported {}

        record UnknownRunbook(String runbook) implements Reported {}

        record UnknownParameters(List<String> names) implements Reported {
            public UnknownParameters {
                names = List.copyOf(names);
            }
        }
    }

    /** @param actor where it is a person, that person knows: the statutory clocks start (K1) */
    public synchronized Reported open(Report report, Instant now, Actor actor) {
        Optional<String> open = index.openAbout(report.subject());
        if (open.isPresent()) {
            return new Reported.AlreadyOpen(open.get());
        }
        Optional<Runbook> runbook = library.apply(report.runbook());
        if (!report.runbook().isEmpty() && runbook.isEmpty()) {
            return new Reported.UnknownRunbook(report.runbook());
        }
        var strange = new TreeSet<>(report.parameters().keySet());
        runbook.ifPresent(r -> strange.removeAll(r.parameters().keySet()));
        if (!strange.isEmpty()) {
            return new Reported.UnknownParameters(List.copyOf(strange));
        }
        var begun = incidents.open(
                opening(report, actor),
                runbook.stream().map(r -> start(r, report)).toList(),
                isAboutOutage(report.kind()) ? outages::attachments : Incidents.Along.NOTHING);
        if (actor.kind() == Actor.Kind.PERSON) {
            incidents.makeAware(begun.number(), new IncidentEntry.MadeAware(now, "reported", actor.name()), actor);
        }
        begun.runs().forEach(work);
        return new Reported.Opened(begun.number(), begun.runs());
    }

    private static boolean isAboutOutage(IncidentKind kind) {
        return kind == IncidentKind.BACKBONE_OUTAGE
                || kind == IncidentKind.BACKUP_LINE_OUTAGE
                || kind == IncidentKind.SERVICE_OUTAGE;
    }

    private static Incidents.Opening opening(Report report, Actor actor) {
        return new Incidents.Opening(
                report.kind(), report.subject(), report.title(), report.began(), report.mode(), actor.name(), actor);
    }

    private static Incidents.Start start(Runbook runbook, Report report) {
        var parameters = new HashMap<String, String>();
        runbook.parameters().forEach((name, parameter) -> parameters.put(name, parameter.preset()));
        parameters.putAll(report.parameters());
        return new Incidents.Start(runbook, parameters, report.reason());
    }
}
