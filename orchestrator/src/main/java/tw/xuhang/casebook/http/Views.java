package tw.xuhang.casebook.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Casebook.Standing;
import tw.xuhang.casebook.Closing;
import tw.xuhang.casebook.Page;
import tw.xuhang.casebook.Steering;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.RequestOutcome;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.Phase;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.task.Task;
import tw.xuhang.task.Tasks;

/** Puts together what the API shows. Everything is read anew: nothing here is remembered. */
@Singleton
final class Views {

    private static final Page.Cut ALL = new Page.Cut("", Page.LARGEST);

    private final Casebook casebook;
    private final Incidents incidents;
    private final Outages outages;
    private final Consents consents;
    private final Dispatches dispatches;
    private final Tasks tasks;
    private final Steering runs;
    private final Closing closing;
    private final Directory directory;
    private final InstantSource clock;

    Views(
            Casebook casebook,
            Incidents incidents,
            Outages outages,
            Consents consents,
            Dispatches dispatches,
            Tasks tasks,
            Steering runs,
            Closing closing,
            Directory directory,
            InstantSource clock) {
        this.casebook = casebook;
        this.incidents = incidents;
        this.outages = outages;
        this.consents = consents;
        this.dispatches = dispatches;
        this.tasks = tasks;
        this.runs = runs;
        this.closing = closing;
        this.directory = directory;
        this.clock = clock;
    }

    Optional<IncidentView> incident(String number) {
        return casebook.caseOf(number).map(this::incident);
    }

    private IncidentView incident(Casebook.CaseLine line) {
        String number = line.number();
        Incident incident = incidents.read(number);
        Instant now = clock.instant();
        List<ConsentRequest> requests = casebook.consents(number, Standing.ALL, ALL).items().stream()
                .map(consents::get)
                .toList();
        return new IncidentView(
                number,
                Word.of(line.kind()),
                IncidentKind.valueOf(line.kind()).label(),
                line.subject(),
                line.title(),
                Word.of(line.mode()),
                Word.of(line.phase()),
                Phase.valueOf(line.phase()).label(),
                line.beganAt(),
                line.openedAt(),
                incident.aware().map(IncidentEntry.MadeAware::at).orElse(null),
                incident.signals(),
                now,
                outages.timeAway(number).values().stream()
                        .mapToLong(Duration::toSeconds)
                        .max()
                        .orElse(0),
                new IncidentView.Outages(
                        outages.linesOf(number).stream()
                                .map(outage -> OutageView.ofLine(outage, directory, now))
                                .toList(),
                        outages.servicesOf(number).stream()
                                .map(outage -> OutageView.ofService(outage, directory, now))
                                .toList()),
                casebook.runs(number, Standing.ALL, ALL).map(RunLine::of).items(),
                word(requests),
                requests.stream().map(r -> ConsentView.of(r, directory, now)).toList(),
                every(casebook.orders(number, Standing.ALL, ALL), this::order),
                every(casebook.tasks(number, Standing.OPEN, ALL).map(Casebook.TaskLine::id), this::task),
                closing.missing(number).stream().map(MissingView::of).toList());
    }

    /** The newest request for a declaration speaks for the case; a consent that was given is not undone by a later one. */
    private static String word(List<ConsentRequest> requests) {
        List<String> words = requests.stream()
                .filter(request -> request.act() == Step.Consent.Act.DECLARE)
                .map(RequestOutcome::word)
                .toList();
        return words.contains("granted")
                ? "granted"
                : words.stream().findFirst().orElse("none");
    }

    private static <T> List<T> every(Page<String> keys, Function<String, Optional<T>> read) {
        return keys.items().stream().flatMap(key -> read.apply(key).stream()).toList();
    }

    Optional<RunView> run(String id) {
        return casebook.run(id).map(line -> {
            Runbook runbook = runs.runbook(line.version());
            RunState state = runs.state(id);
            return RunView.of(line, casebook.childrenOf(line), runbook, state);
        });
    }

    Optional<ConsentView> consent(String key) {
        ConsentRequest request = consents.get(key);
        return request.opened().isPresent()
                ? Optional.of(ConsentView.of(request, directory, clock.instant()))
                : Optional.empty();
    }

    Optional<DispatchView> order(String key) {
        DispatchOrder order = dispatches.get(key);
        return order.placed().isPresent() ? Optional.of(DispatchView.of(order, directory)) : Optional.empty();
    }

    Optional<TaskView> task(String id) {
        Task task = tasks.read(id);
        return task.opened().isPresent() ? Optional.of(TaskView.of(task)) : Optional.empty();
    }
}
