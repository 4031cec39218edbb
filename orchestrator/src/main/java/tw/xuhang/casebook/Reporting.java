package tw.xuhang.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.publication.Repertoire.Choice;
import tw.xuhang.runbook.Mode;

/** Opens cases by hand (P-07). Nothing is started unless a runbook is named. */
public final class Reporting {

    private final Incidents incidents;
    private final IncidentIndex index;
    private final Outages outages;
    private final Starting starting;
    private final Consumer<String> work;

    /** @param work takes a run that has just begun, e.g. the engine */
    public Reporting(
            Incidents incidents, IncidentIndex index, Outages outages, Starting starting, Consumer<String> work) {
        this.incidents = incidents;
        this.index = index;
        this.outages = outages;
        this.starting = starting;
        this.work = work;
    }

    /**
     * What is reported.
     *
     * @param runbook key of the one to start, or empty
     * @param version of it; empty: the usual one of the mode
     */
    public record Report(
            IncidentKind kind,
            String subject,
            String title,
            Instant began,
            Mode mode,
            String runbook,
            String version,
            Map<String, String> parameters,
            String reason) {
        public Report {
            parameters = Map.copyOf(parameters);
        }

        private Starting.Wish wish() {
            return new Starting.Wish(runbook, version, parameters, reason);
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

        /** There is no such runbook, or no version of it that a case of this mode may take (P-30). */
        record Unavailable(Choice why) implements Reported {}

        record UnknownParameters(List<String> names) implements Reported {
            public UnknownParameters {
                names = List.copyOf(names);
            }
        }
    }

    /** @param actor where it is a person, that person knows: the statutory clocks start (K1) */
    public synchronized Reported open(Report report, Instant now, Actor actor) {
        Optional<String> open = index.openAbout(report.subject());
        if (open.isPresent() && report.mode() == Mode.LIVE) {
            return new Reported.AlreadyOpen(open.get());
        }
        List<Incidents.Start> starts = List.of();
        if (!report.runbook().isEmpty()) {
            switch (starting.wanted(report.wish(), report.mode())) {
                case Starting.Wanted.Ready(Incidents.Start start) -> starts = List.of(start);
                case Starting.Wanted.Unavailable(Choice why) -> {
                    return new Reported.Unavailable(why);
                }
                case Starting.Wanted.UnknownParameters(List<String> names) -> {
                    return new Reported.UnknownParameters(names);
                }
            }
        } else if (!report.parameters().isEmpty()) {
            return new Reported.UnknownParameters(
                    report.parameters().keySet().stream().sorted().toList());
        }
        var begun = incidents.open(
                opening(report, actor), starts, isAboutOutage(report) ? outages::attachments : Incidents.Along.NOTHING);
        if (actor.kind() == Actor.Kind.PERSON) {
            incidents.makeAware(begun.number(), new IncidentEntry.MadeAware(now, "reported", actor.name()), actor);
        }
        begun.runs().forEach(work);
        return new Reported.Opened(begun.number(), begun.runs());
    }

    /** What is out while a drill begins belongs to no drill. */
    private static boolean isAboutOutage(Report report) {
        return report.mode() == Mode.LIVE
                && switch (report.kind()) {
                    case BACKBONE_OUTAGE, BACKUP_LINE_OUTAGE, SERVICE_OUTAGE -> true;
                    case ALERT, REPORTED -> false;
                };
    }

    private static Incidents.Opening opening(Report report, Actor actor) {
        return new Incidents.Opening(
                report.kind(), report.subject(), report.title(), report.began(), report.mode(), actor.name(), actor);
    }
}
