package tw.xuhang.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Casebook.Standing;
import tw.xuhang.casebook.Page;
import tw.xuhang.casebook.Steering;
import tw.xuhang.consent.CaseConsent;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Outages;
import tw.xuhang.readiness.Readiness;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.task.Task;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;
import tw.xuhang.web.Words;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.BoardView;
import tw.xuhang.web.view.Event;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.Mode;
import tw.xuhang.web.view.OutageClock;
import tw.xuhang.web.view.ReadinessView;
import tw.xuhang.web.view.RunView;
import tw.xuhang.web.view.Status;
import tw.xuhang.web.view.Waiting;

/** Reads across the features what the pages show. Every call reads anew: a page never shows a kept answer. */
public final class Overview {

    private static final Page.Cut MANY = new Page.Cut("", Page.LARGEST);
    private static final int TIMELINE = 300;
    private static final int LOG_PAGES = 10;

    private final Books books;
    private final Directory directory;
    private final InstantSource clock;
    private final Telling telling;

    /** Where facts are read. */
    public record Books(
            Casebook casebook,
            Incidents incidents,
            Outages outages,
            Consents consents,
            CaseConsent continuity,
            Dispatches dispatches,
            Tasks tasks,
            Steering steering,
            Readiness readiness) {}

    public Overview(Books books, Directory directory, InstantSource clock, Telling telling) {
        this.books = books;
        this.directory = directory;
        this.clock = clock;
        this.telling = telling;
    }

    public Look look(Words words) {
        return new Look(words, clock.instant(), directory);
    }

    /** Open cases that are no drills. */
    public int open() {
        return (int) books.casebook().cases(Standing.OPEN, MANY).items().stream()
                .filter(line -> Look.mode(line.mode()) == Mode.REAL)
                .count();
    }

    public BoardView board(Words words, Account viewer) {
        Look look = look(words);
        List<BoardView.Row> rows = books.casebook().cases(Standing.OPEN, MANY).items().stream()
                .map(line -> row(look, line))
                .sorted(Comparator.comparing((BoardView.Row row) -> urgency(row, look.now())))
                .toList();
        return new BoardView(rows, waiting(words, viewer), lamps(look), readiness(look), quiet(look));
    }

    private List<Fact> readiness(Look look) {
        return new Preparedness(look).facts(books.readiness().latest());
    }

    public ReadinessView readiness(Words words, Account viewer) {
        return new Preparedness(look(words)).page(books.readiness().latest(), viewer);
    }

    private static Instant urgency(BoardView.Row row, Instant now) {
        OutageClock worst = row.clock();
        if (worst == null || !worst.running()) {
            return Instant.MAX;
        }
        return worst.marks().stream()
                .map(mark -> worst.since().plus(mark.limit()))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(worst.since());
    }

    private String quiet(Look look) {
        return books.casebook().cases(Standing.CLOSED, new Page.Cut("", 1)).items().stream()
                .findFirst()
                .map(last -> look.get(
                        "board.last", last.number(), last.title(), look.words().full(last.openedAt())))
                .orElse(look.get("board.never"));
    }

    private List<BoardView.Lamp> lamps(Look look) {
        List<String> away =
                books.outages().runningServices().stream().map(Outage::of).toList();
        return directory.services().stream()
                .map(CatalogueService::key)
                .map(key -> new BoardView.Lamp(
                        look.service(key),
                        away.contains(key)
                                ? new Badge(Status.FAILED, look.get("clock.down"))
                                : new Badge(Status.DONE, look.get("lamp.up"))))
                .toList();
    }

    private BoardView.Row row(Look look, Casebook.CaseLine line) {
        Incident incident = books.incidents().read(line.number());
        List<RunParts> runs = runs(line.number());
        String step = runs.stream()
                .filter(run -> run.line().ending().isEmpty())
                // One that somebody holds up goes first, so that it is not forgotten.
                .sorted(Comparator.comparing(run -> run.state().pause().isEmpty()))
                .map(run -> new Running(look).now(run.runbook(), run.state()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new BoardView.Row(
                line.number(),
                line.title(),
                kind(look, incident),
                look.get("level.none"),
                Look.mode(line.mode()),
                phase(look, incident),
                worst(look, line.number()).orElse(null),
                null,
                step,
                people(look, line.number(), runs),
                look.role("TEAM_LEADER"));
    }

    private String people(Look look, String incident, List<RunParts> runs) {
        Stream<String> holders =
                runs.stream().flatMap(run -> run.state().pause().stream()).map(pause -> look.person(pause.by()));
        Stream<String> asked = Stream.concat(
                books.casebook().tasks(incident, Standing.OPEN, MANY).items().stream()
                        .map(task -> look.role(task.role())),
                books.continuity().all(incident).stream()
                        .flatMap(request -> request.phase().duty().stream())
                        .map(duty -> look.role(duty.role().name())));
        List<String> who = Stream.concat(holders, asked).distinct().toList();
        return who.isEmpty() ? "—" : String.join("、", who);
    }

    private Optional<OutageClock> worst(Look look, String incident) {
        Stream<OutageClock> services =
                books.outages().servicesOf(incident).stream().map(look::ofService);
        Stream<OutageClock> lines = books.outages().linesOf(incident).stream().map(look::ofLine);
        return Stream.concat(services, lines)
                .max(Comparator.comparing(OutageClock::running)
                        .thenComparing(c -> !c.marks().isEmpty())
                        .thenComparing(OutageClock::core)
                        .thenComparing(c -> c.elapsed(look.now())));
    }

    private static String kind(Look look, Incident incident) {
        return incident.opened().map(opened -> look.say(opened.kind().label())).orElse("");
    }

    private static Badge phase(Look look, Incident incident) {
        Status status = switch (incident.phase()) {
            case RESPONDING -> Status.RUNNING;
            case RESTORED -> Status.WAITING;
            case STOOD_DOWN, CLOSED -> Status.DONE;
        };
        return new Badge(status, look.say(incident.phase().label()));
    }

    /** A run with what it is made of. */
    record RunParts(Casebook.RunLine line, Runbook runbook, RunState state) {}

    private List<RunParts> runs(String incident) {
        return books.casebook().runs(incident, Standing.ALL, MANY).items().stream()
                .map(line -> new RunParts(
                        line,
                        books.steering().runbook(line.version()),
                        books.steering().state(line.run())))
                .toList();
    }

    public Optional<IncidentView> incident(Words words, String number, Account viewer) {
        Optional<Casebook.CaseLine> line = books.casebook().caseOf(number);
        return line.map(found -> incident(look(words), found, viewer));
    }

    private IncidentView incident(Look look, Casebook.CaseLine line, Account viewer) {
        String number = line.number();
        Incident incident = books.incidents().read(number);
        List<RunParts> runs = runs(number);
        List<ConsentRequest> requests = books.continuity().all(number);
        List<OutageClock> clocks = new ArrayList<>();
        books.outages().linesOf(number).forEach(line0 -> clocks.add(look.ofLine(line0)));
        books.outages().servicesOf(number).forEach(service -> clocks.add(look.ofService(service)));
        List<Waiting> mine = waiting(look.words(), viewer).stream()
                .filter(item -> item.incident().equals(number))
                .toList();
        return new IncidentView(
                number,
                line.title(),
                kind(look, incident),
                look.get("level.none"),
                Look.mode(line.mode()),
                phase(look, incident),
                declaration(look, number),
                facts(look, line, incident),
                next(mine),
                "",
                clocks,
                List.of(),
                runs.stream()
                        .map(run -> new Running(look).row(run.line(), run.runbook(), run.state()))
                        .toList(),
                books.casebook().orders(number, Standing.ALL, MANY).items().stream()
                        .map(key -> new Ordering(look).row(books.dispatches().get(key)))
                        .toList(),
                requests.stream().map(new Asking(look)::row).toList(),
                new AddedTasks(look)
                        .rows(books.casebook().tasks(number, Standing.ALL, MANY).items()),
                acts(look, number, incident.isOpen() || !requests.isEmpty()),
                timeline(look, number, runs),
                incident.isOpen() && viewer.may(Action.WORK_ON_CASE));
    }

    private IncidentView.@Nullable Act next(List<Waiting> mine) {
        return mine.isEmpty()
                ? null
                : new IncidentView.Act(
                        mine.getFirst().act(),
                        mine.getFirst().href(),
                        mine.getFirst().what(),
                        true);
    }

    private static List<IncidentView.Act> acts(Look look, String number, boolean any) {
        return !any
                ? List.of()
                : List.of(new IncidentView.Act(
                        look.get("declaration.title"), "/incidents/" + number + "/declaration", "", false));
    }

    private Badge declaration(Look look, String number) {
        CaseConsent.State state = books.continuity().state(number);
        Status status = switch (state) {
            case NOT_DECLARED -> Status.IDLE;
            case ASKED -> Status.WAITING;
            case DECLARED -> Status.RUNNING;
            case STOOD_DOWN -> Status.DONE;
        };
        return new Badge(status, look.word("continuity", state));
    }

    private List<Fact> facts(Look look, Casebook.CaseLine line, Incident incident) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(look.get("fact.began"), look.words().full(line.beganAt())));
        facts.add(new Fact(look.get("fact.opened"), look.words().full(line.openedAt())));
        facts.add(new Fact(
                look.get("fact.aware"),
                incident.aware()
                        .map(aware -> look.words().full(aware.at()) + "（" + look.person(aware.by()) + "）")
                        .orElse(look.get("fact.aware.none")),
                incident.aware().isEmpty()));
        facts.add(new Fact(look.get("fact.subject"), line.subject()));
        facts.add(new Fact(look.get("fact.signals"), String.valueOf(incident.signals())));
        return facts;
    }

    private List<Event> timeline(Look look, String number, List<RunParts> runs) {
        var all = new ArrayList<Casebook.Event>();
        Page.Cut cut = MANY;
        while (true) {
            Page<Casebook.Event> page = books.casebook().timeline(number, cut);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                break;
            }
            cut = new Page.Cut(page.next().get(), Page.LARGEST);
        }
        Titles titles = Titles.of(look, runs);
        return all.reversed().stream()
                .limit(TIMELINE)
                .map(event -> telling.tell(look, titles, event))
                .toList();
    }

    public Optional<RunView> run(Words words, String id, Account viewer) {
        Look look = look(words);
        return books.casebook().run(id).map(line -> {
            List<RunView.Task> tasks = books.casebook().tasks(line.incident(), Standing.OPEN, MANY).items().stream()
                    .map(task -> books.tasks().read(task.id()))
                    .filter(task -> task.opened()
                            .filter(opened -> opened.run().equals(id))
                            .isPresent())
                    .map(task -> task(look, task, viewer))
                    .toList();
            return new Running(look)
                    .page(
                            line,
                            books.steering().runbook(line.version()),
                            books.steering().state(id),
                            books.casebook().childrenOf(line),
                            log(id),
                            tasks,
                            viewer.may(Action.STEER_RUN));
        });
    }

    private List<Casebook.LogLine> log(String run) {
        var all = new ArrayList<Casebook.LogLine>();
        Page.Cut cut = MANY;
        for (int i = 0; i < LOG_PAGES; i++) {
            Page<Casebook.LogLine> page = books.casebook().log(run, cut);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                return all;
            }
            cut = new Page.Cut(page.next().get(), Page.LARGEST);
        }
        return all;
    }

    /** A task for its page; the viewer may end it where it is their role's. */
    public RunView.Task task(Look look, Task task, Account viewer) {
        TaskEntry.Opened opened = task.opened().orElseThrow();
        List<RunView.Field> fields = opened.record().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new RunView.Field(
                        field.getKey(),
                        label(look, field.getKey()),
                        field.getValue(),
                        !field.getValue().startsWith("optional")))
                .toList();
        return new RunView.Task(
                task.id(),
                look.say(opened.title()),
                "",
                look.role(opened.role()),
                opened.due().orElse(null),
                opened.checklist().stream().map(look::say).toList(),
                fields,
                isMine(opened.role(), viewer));
    }

    private static String label(Look look, String field) {
        String key = "field." + field;
        return look.words().has(key) ? look.get(key) : field;
    }

    /** Whose task it is by role; the leader may take any. */
    public static boolean isMine(String role, Account viewer) {
        boolean holds = viewer.roles().stream().map(Role::key).anyMatch(role::equals);
        return viewer.may(Action.DO_TASK) && (holds || viewer.roles().contains(Role.TEAM_LEADER));
    }

    /** What waits for this person, longest first. */
    public List<Waiting> waiting(Words words, Account viewer) {
        return new WaitingList(books, this::runs).of(look(words), viewer);
    }

    /** The request that the leader's page is about: the one still open, else the last. */
    public Optional<ConsentRequest> leading(String number) {
        List<ConsentRequest> all = books.continuity().all(number);
        return all.stream()
                .filter(request -> !request.phase().isClosed())
                .reduce((a, b) -> b)
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }
}
