package tw.xuhang.wiring;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.dispatch.DispatchSteps.Fault;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Text;

/** What a case's letters say is broken: the line that is down, else what the case was opened for. */
record CaseFaults(Directory directory, Outages outages, Incidents incidents) {

    private static final String LINE = "uplink/";

    Fault of(String number) {
        Optional<IncidentEntry.Opened> opened = incidents.read(number).opened();
        return outages.linesOf(number).stream()
                .filter(outage -> outage.until().isEmpty())
                .findFirst()
                .map(this::lineDown)
                .or(() -> opened.map(this::asOpened))
                .orElse(new Fault(Text.of(number), Instant.EPOCH, ""));
    }

    private Fault lineDown(Outage outage) {
        return new Fault(down(outage.of()), outage.since(), outage.of());
    }

    private Fault asOpened(IncidentEntry.Opened opened) {
        String line = opened.subject().startsWith(LINE) ? opened.subject().substring(LINE.length()) : "";
        Text what = directory.uplink(line).isPresent() ? down(line) : Text.of(opened.title());
        return new Fault(what, opened.began(), line);
    }

    private Text down(String line) {
        Text name = directory.uplink(line).map(Uplink::name).orElse(Text.of(line));
        return new Text(name.zh() + "中斷", name.en() + " is down");
    }
}
