package tw.xuhang.respond;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;

/**
 * A service that stays away, and that no line explains, becomes a case of its own: it may be the server room that burns
 * (P-05, P-25). Looked at again and again; each act looks first whether it is done.
 */
public final class ServiceCases {

    /** Of trigger. */
    static final String DOWN = "service.down";

    /** So long a line has to be found down that explains it, and so long a gap may be without becoming a case. */
    static final Duration SETTLING = Duration.ofSeconds(20);

    private final Outages outages;
    private final Incidents incidents;
    private final IncidentIndex index;
    private final Supplier<Directory> directory;
    private final Called called;
    private final Consumer<String> work;
    private final InstantSource clock;

    /** @param work takes a run that has just begun, e.g. the engine */
    public ServiceCases(
            Outages outages,
            Incidents incidents,
            IncidentIndex index,
            Supplier<Directory> directory,
            Supplier<List<Runbook>> library,
            Consumer<String> work,
            InstantSource clock) {
        this.outages = outages;
        this.incidents = incidents;
        this.index = index;
        this.directory = directory;
        this.called = new Called(library);
        this.work = work;
        this.clock = clock;
    }

    /** @return when there may be something to do by time alone */
    public Optional<Instant> look() {
        Instant now = clock.instant();
        List<Outage> free = outages.runningServices().stream()
                .filter(outage -> outage.incident().isEmpty())
                .sorted(comparing(Outage::since))
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Instant due = free.getFirst().since().plus(SETTLING);
        if (due.isAfter(now)) {
            return Optional.of(due);
        }
        directory.get().service(free.getFirst().of()).ifPresent(service -> respond(service, free.getFirst()));
        return Optional.empty();
    }

    /** Whatever else is away without a case at this moment belongs to it: what fails together is one trouble. */
    private void respond(CatalogueService service, Outage outage) {
        String subject = "service/" + service.key();
        List<Incidents.Start> starts =
                called.by(DOWN, Map.of("service", service.key(), "core", Boolean.toString(service.core())));
        Optional<String> open = index.openAbout(subject);
        if (open.isPresent()) {
            again(open.get(), starts);
            return;
        }
        var opening = new Incidents.Opening(
                IncidentKind.SERVICE_OUTAGE,
                subject,
                service.name().zh() + "・" + IncidentKind.SERVICE_OUTAGE.label().zh(),
                outage.since(),
                Mode.LIVE,
                "probe",
                Actor.SYSTEM);
        incidents.open(opening, starts, outages::attachments).runs().forEach(work);
    }

    /**
     * It was back, and is away again before its case was stood down. That the outage belongs to the case is written
     * last: whoever dies in between finds it free, and does the rest again.
     */
    private void again(String number, List<Incidents.Start> starts) {
        incidents.relapse(number, "the service went away again", Actor.SYSTEM);
        for (Incidents.Start start : starts) {
            if (!incidents.read(number).hasRunUnderWay(start.runbook().key())) {
                incidents.beginAgain(number, start, Actor.SYSTEM).ifPresent(work);
            }
        }
        outages.attach(number);
    }
}
