package tw.xuhang.respond;

import static java.util.Comparator.comparing;

import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Phase;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;

/**
 * Which case a service's outage belongs to. Looked at again and again, so that a crash between the outage and its case
 * loses neither (P-25 hangs on it).
 */
public final class Belonging {

    private static final String UPLINK = "uplink/";

    private final Outages outages;
    private final IncidentIndex index;
    private final Supplier<Directory> directory;

    public Belonging(Outages outages, IncidentIndex index, Supplier<Directory> directory) {
        this.outages = outages;
        this.index = index;
        this.directory = directory;
    }

    /** Outages that began since a case was opened become part of it; what no case explains stays free. */
    public void look() {
        outages.runningServices().stream()
                .filter(outage -> outage.incident().isEmpty())
                .forEach(outage -> caseOf(outage).ifPresent(number -> outages.attachService(number, outage.of())));
    }

    /**
     * Of the cases that are being worked on, one about a line that the service is reached over, the backbone's before
     * another's, the newest first. A case whose services are back takes none: its consent was about other outages.
     */
    private Optional<String> caseOf(Outage outage) {
        return index.open().stream()
                .filter(row -> row.phase() == Phase.RESPONDING && row.mode() == Mode.LIVE)
                .filter(row -> carries(row.subject(), outage.of()))
                .max(comparing((IncidentIndex.Row row) -> row.kind() == IncidentKind.BACKBONE_OUTAGE)
                        .thenComparing(IncidentIndex.Row::openedAt))
                .map(IncidentIndex.Row::number);
    }

    /** A case about something else than a line is taken to explain what the line does not. */
    private boolean carries(String subject, String service) {
        return !subject.startsWith(UPLINK)
                || directory
                        .get()
                        .service(service)
                        .filter(known -> known.reachableOver().contains(subject.substring(UPLINK.length())))
                        .isPresent();
    }
}
