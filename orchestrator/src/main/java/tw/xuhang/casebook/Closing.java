package tw.xuhang.casebook;

import java.util.ArrayList;
import java.util.List;
import tw.xuhang.casebook.Casebook.Standing;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.Phase;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;

/** Closes a case, once nothing of it is left to do. */
public final class Closing {

    private static final Page.Cut ALL = new Page.Cut("", Page.LARGEST);

    private final Incidents incidents;
    private final Outages outages;
    private final Dispatches dispatches;
    private final Casebook casebook;

    public Closing(Incidents incidents, Outages outages, Dispatches dispatches, Casebook casebook) {
        this.incidents = incidents;
        this.outages = outages;
        this.dispatches = dispatches;
        this.casebook = casebook;
    }

    /** What kind of thing is missing. */
    public enum Kind {
        LINE_DOWN,
        SERVICE_AWAY,
        /** It had an outage and has not been stood down. */
        NOT_STOOD_DOWN,
        RUN_UNDER_WAY,
        TASK_OPEN,
        CONSENT_OPEN,
        ORDER_OPEN,
        /** The vendor has not answered fault point, section and scope, nor why not (P-16). */
        FAULT_REPORT
    }

    /** @param what key of the thing */
    public record Missing(Kind kind, String what) {}

    /** What became of it. */
    public sealed interface Closed {
        record Done() implements Closed {}

        record Already() implements Closed {}

        record Unknown() implements Closed {}

        record NotYet(List<Missing> missing) implements Closed {
            public NotYet {
                missing = List.copyOf(missing);
            }
        }
    }

    public Closed close(String number, String why, Actor actor) {
        Incident incident = incidents.read(number);
        if (incident.opened().isEmpty()) {
            return new Closed.Unknown();
        }
        if (!incident.isOpen()) {
            return new Closed.Already();
        }
        List<Missing> missing = missing(number);
        if (!missing.isEmpty()) {
            return new Closed.NotYet(missing);
        }
        return incidents.reach(number, Phase.CLOSED, why, actor) ? new Closed.Done() : new Closed.Already();
    }

    /** Everything that the case still lacks; empty for one that is closed. */
    public List<Missing> missing(String number) {
        Incident incident = incidents.read(number);
        var missing = new ArrayList<Missing>();
        if (!incident.isOpen()) {
            return missing;
        }
        List<Outage> lines = outages.linesOf(number);
        List<Outage> services = outages.servicesOf(number);
        lasting(lines).forEach(line -> missing.add(new Missing(Kind.LINE_DOWN, line)));
        lasting(services).forEach(service -> missing.add(new Missing(Kind.SERVICE_AWAY, service)));
        boolean wentOut = !lines.isEmpty() || !services.isEmpty();
        if (wentOut && incident.phase().isBefore(Phase.STOOD_DOWN)) {
            missing.add(new Missing(Kind.NOT_STOOD_DOWN, number));
        }
        casebook.runs(number, Standing.OPEN, ALL)
                .items()
                .forEach(run -> missing.add(new Missing(Kind.RUN_UNDER_WAY, run.run())));
        casebook.tasks(number, Standing.OPEN, ALL)
                .items()
                .forEach(task -> missing.add(new Missing(Kind.TASK_OPEN, task.id())));
        casebook.consents(number, Standing.OPEN, ALL)
                .items()
                .forEach(key -> missing.add(new Missing(Kind.CONSENT_OPEN, key)));
        casebook.orders(number, Standing.ALL, ALL).items().forEach(key -> order(key, missing));
        return missing;
    }

    private static List<String> lasting(List<Outage> outages) {
        return outages.stream()
                .filter(outage -> outage.until().isEmpty())
                .map(Outage::of)
                .toList();
    }

    private void order(String key, List<Missing> missing) {
        DispatchOrder order = dispatches.get(key);
        if (order.isOpen()) {
            missing.add(new Missing(Kind.ORDER_OPEN, key));
        }
        boolean taken = order.isOpen() || order.stage() == DispatchOrder.Stage.FIXED;
        if (taken && !order.answers().answersAllThree()) {
            missing.add(new Missing(Kind.FAULT_REPORT, key));
        }
    }
}
