package tw.xuhang.respond;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.Phase;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;

/** Writes down how far each open case has come. May be asked at any time and any number of times. */
public final class Progress {

    private final Incidents incidents;
    private final IncidentIndex index;
    private final Outages outages;
    private final Runs runs;
    private final Function<String, Continuity> continuity;

    /** What there is to know about the runs of a case. */
    public interface Runs {

        List<RunEnd> ended(String number);

        /** Whether the way back was gone to its end; a paper that is still to come does not hold it up. */
        boolean returned(String number);
    }

    /** A run of a case that has ended. */
    public record RunEnd(String run, String ending, String note) {}

    /** How a case stands with continuity operations (P-25). */
    public enum Continuity {
        /** Never declared, and nothing asked that could still lead to it. */
        NOT_DECLARED,
        /** Asked for, or declared and not stood down. */
        OPEN,
        STOOD_DOWN
    }

    public Progress(
            Incidents incidents,
            IncidentIndex index,
            Outages outages,
            Runs runs,
            Function<String, Continuity> continuity) {
        this.incidents = incidents;
        this.index = index;
        this.outages = outages;
        this.runs = runs;
        this.continuity = continuity;
    }

    public void look() {
        index.open().forEach(this::look);
    }

    private void look(IncidentIndex.Row row) {
        String number = row.number();
        for (RunEnd end : runs.ended(number)) {
            incidents.runEnded(number, new IncidentEntry.RunEnded(end.run(), end.ending(), end.note()));
        }
        if (row.mode() == Mode.SIMULATE) {
            close(number);
            return;
        }
        // Read once: an outage that joins the case between two readings must not pass for one that is over.
        List<Outage> wentOut = Stream.concat(outages.linesOf(number).stream(), outages.servicesOf(number).stream())
                .toList();
        if (wentOut.isEmpty() || !allOver(wentOut)) {
            return;
        }
        incidents.reach(number, Phase.RESTORED, "every line and service of the case answers again", Actor.SYSTEM);
        if (runs.returned(number) && continuity.apply(number) != Continuity.OPEN) {
            incidents.reach(number, Phase.STOOD_DOWN, continuity.apply(number).name(), Actor.SYSTEM);
        }
    }

    /** Nobody has to confirm what nobody was asked and nothing happened in. */
    private void close(String number) {
        List<Incident.CaseRun> begun = incidents.read(number).runs();
        if (!begun.isEmpty() && begun.stream().allMatch(run -> run.ending().isPresent())) {
            incidents.reach(number, Phase.CLOSED, "the simulation is over", Actor.SYSTEM);
        }
    }

    private static boolean allOver(List<Outage> outages) {
        return outages.stream().allMatch(o -> o.until().isPresent());
    }
}
