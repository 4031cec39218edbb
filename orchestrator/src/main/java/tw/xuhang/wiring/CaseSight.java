package tw.xuhang.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.Sight;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;
import tw.xuhang.outage.Threshold;
import tw.xuhang.runbook.run.Picture;

/** Sees what is down in the whole office, not only what belongs to the case: a runbook asks what works now. */
record CaseSight(Incidents incidents, Outages outages, InstantSource clock) implements Sight {

    @Override
    public Picture of(String number) {
        try {
            return picture(number);
        } catch (RuntimeException e) {
            // The rows are read through a framework that wraps what the driver says.
            throw Trouble.passes(e) ? new RunStore.Away("how things stand cannot be read", e) : e;
        }
    }

    private Picture picture(String number) {
        List<Outage> running = outages.runningServices();
        var away = new TreeMap<String, Long>();
        running.forEach(
                outage -> away.put(outage.of(), outage.lasting(clock.instant()).toMinutes()));
        var opened = incidents.read(number).opened();
        return new Picture(
                opened.map(IncidentEntry.Opened::kind).map(CaseSight::word).orElse("reported"),
                opened.map(IncidentEntry.Opened::subject).orElse(""),
                opened.map(IncidentEntry.Opened::source).orElse(""),
                away,
                outages.runningLines().stream().map(Outage::of).collect(Collectors.toSet()),
                running.stream().anyMatch(outage -> outage.hasCrossed(Threshold.DECLARATION_LIMIT)));
    }

    static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
