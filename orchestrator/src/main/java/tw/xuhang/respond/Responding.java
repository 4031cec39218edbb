package tw.xuhang.respond;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incident.CaseRun;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Reason;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;

/** Opens the case that a sighting calls for and begins the runbooks that its triggers name. */
public final class Responding {

    private static final String DOWN = "link.down";
    private static final String STEADY = "link.steady";

    private final Incidents incidents;
    private final IncidentIndex index;
    private final Outages outages;
    private final Called called;
    private final Consumer<String> work;
    private final Consumer<String> callOff;

    /**
     * @param work takes a run that has just begun, e.g. the engine
     * @param callOff ends a run that the facts have overtaken
     */
    public Responding(
            Incidents incidents,
            IncidentIndex index,
            Outages outages,
            Supplier<List<Runbook>> library,
            Consumer<String> work,
            Consumer<String> callOff) {
        this.callOff = callOff;
        this.incidents = incidents;
        this.index = index;
        this.outages = outages;
        this.called = new Called(library);
        this.work = work;
    }

    /** A line is down: a case with its runs, or one more signal on the case that is open about it. */
    public synchronized Disposition lineDown(Sighting sighting) {
        Optional<String> open = index.openAbout(sighting.subject());
        if (open.isPresent()) {
            return again(open.get(), sighting);
        }
        boolean backbone = "backbone".equals(sighting.attributes().get("role"));
        var kind = backbone ? IncidentKind.BACKBONE_OUTAGE : IncidentKind.BACKUP_LINE_OUTAGE;
        var opening = new Incidents.Opening(
                kind,
                sighting.subject(),
                sighting.title() + "・" + kind.label().zh(),
                sighting.began(),
                Mode.LIVE,
                sighting.received().signal().source(),
                Actor.SYSTEM);
        Incidents.Begun begun = incidents.open(opening, starts(sighting), outages::attachments);
        begun.runs().forEach(work);
        return new Disposition.Started(begun.number(), Reason.of(sighting.kind()));
    }

    /**
     * The line of an open case is down. Where the case has gone back to it meanwhile, traffic is on the dead line: the
     * runbooks begin anew, and the way back is called off. Otherwise the standby line carries it still.
     */
    private Disposition again(String number, Sighting sighting) {
        outages.attach(number);
        Optional<CaseRun> last = incidents.read(number).lastRunFor(Set.of(DOWN, STEADY));
        if (last.filter(run -> run.reason().equals(STEADY)).isEmpty()) {
            return joined(number, sighting, "still-open");
        }
        incidents.relapse(number, "the line went down again", Actor.SYSTEM);
        List<CaseRun> waysBack = incidents.read(number).runs().stream()
                .filter(run -> run.reason().equals(STEADY) && run.ending().isEmpty())
                .toList();
        for (Incidents.Start start : starts(sighting)) {
            incidents.beginAgain(number, start, Actor.SYSTEM).ifPresent(work);
        }
        waysBack.forEach(run -> callOff.accept(run.run()));
        joined(number, sighting, sighting.kind());
        return new Disposition.Started(number, Reason.of(sighting.kind()));
    }

    /** A line is steady again: the way back begins where a case is open about it. */
    public synchronized Disposition lineSteady(Sighting sighting) {
        Optional<String> open = index.openAbout(sighting.subject());
        if (open.isEmpty()) {
            return new Disposition.Recorded(Reason.of("no-case"));
        }
        boolean newWay = incidents
                .read(open.get())
                .lastRunFor(Set.of(DOWN, STEADY))
                .filter(run -> run.reason().equals(STEADY))
                .isEmpty();
        for (Incidents.Start start : starts(sighting)) {
            Optional<String> begun = newWay
                    ? incidents.beginAgain(open.get(), start, Actor.SYSTEM)
                    : incidents.begin(open.get(), start, Actor.SYSTEM);
            begun.ifPresent(work);
        }
        return joined(open.get(), sighting, sighting.kind());
    }

    private Disposition joined(String number, Sighting sighting, String reason) {
        var signal = sighting.received().signal();
        incidents.join(
                number,
                new IncidentEntry.Joined(signal.source(), signal.subject(), signal.title()),
                Actor.source(signal.source()));
        return new Disposition.Joined(number, Reason.of(reason));
    }

    private List<Incidents.Start> starts(Sighting sighting) {
        return called.by(sighting.kind(), sighting.attributes());
    }
}
