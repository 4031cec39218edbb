package tw.xuhang.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.run.RunEntry;

/** Opens cases, lets runbooks work on them, and writes down how far they have come. */
public final class Incidents {

    private static final int MANY = 20;

    private final Journal journal;
    private final Book<IncidentEntry, Incident> book;
    private final EntryCodec<RunEntry> runCodec;
    private final IncidentNumbers numbers;

    public Incidents(
            Journal journal, EntryCodec<IncidentEntry> codec, EntryCodec<RunEntry> runCodec, IncidentNumbers numbers) {
        this.journal = journal;
        this.book = new Book<>(journal, "incident", codec, Incident.BLANK, Incident::after);
        this.runCodec = runCodec;
        this.numbers = numbers;
    }

    /** A case as it is to be opened. */
    public record Opening(
            IncidentKind kind, String subject, String title, Instant began, Mode mode, String source, Actor actor) {}

    /** A runbook as it is to be started. */
    public record Start(Runbook runbook, Map<String, String> parameters, String reason) {
        public Start {
            parameters = Map.copyOf(parameters);
        }
    }

    /** What else is written in the same breath as a case, e.g. that its outages belong to it. */
    @FunctionalInterface
    public interface Along {
        Along NOTHING = _ -> List.of();

        List<Journal.Addition> of(String number);
    }

    /** A case and the runs that were begun in the same breath. */
    public record Begun(String number, List<String> runs) {
        public Begun {
            runs = List.copyOf(runs);
        }
    }

    public Incident read(String number) {
        return book.open(number).state();
    }

    /** Empty for a case that is closed, or that there is not. */
    public Optional<Mode> openMode(String number) {
        Incident found = read(number);
        return found.isOpen() ? found.opened().map(IncidentEntry.Opened::mode) : Optional.empty();
    }

    /**
     * Opens the case and begins its runs in one transaction, and what goes along with it: there is no case without
     * its response. Tried again
     * where another transaction was in the way (a deadlock, a lock held too long).
     *
     * @throws IllegalStateException it was in the way every time; nothing is written
     */
    public Begun open(Opening opening, List<Start> starts, Along along) {
        Book.Page<Incident> page = book.blank(numbers.next());
        for (int i = 0; i < MANY; i++) {
            String number = page.stream().key();
            var facts = new ArrayList<IncidentEntry>();
            facts.add(opened(number, opening));
            Optional<Begun> begun = write(
                    page,
                    opening.mode(),
                    facts,
                    named(page.state(), number, starts),
                    along.of(number),
                    opening.actor());
            if (begun.isPresent()) {
                return begun.get();
            }
            page = book.open(number);
            if (page.state().opened().isPresent()) {
                page = book.blank(numbers.next());
            }
        }
        throw new IllegalStateException("no case could be opened for " + opening.subject() + " in " + MANY + " tries");
    }

    private static IncidentEntry opened(String number, Opening opening) {
        return new IncidentEntry.Opened(
                number,
                opening.kind(),
                opening.subject(),
                opening.title(),
                opening.began(),
                opening.mode(),
                opening.source());
    }

    /** Begins one more run on an open case, unless the same runbook is at work on it already. */
    public Optional<String> begin(String number, Start start, Actor actor) {
        return begin(
                number,
                start,
                actor,
                incident -> !incident.hasRunUnderWay(start.runbook().key()));
    }

    /** Begins one more run on an open case, also beside an older one of the same runbook that still waits for people. */
    public Optional<String> beginAgain(String number, Start start, Actor actor) {
        return begin(number, start, actor, _ -> true);
    }

    private Optional<String> begin(String number, Start start, Actor actor, Predicate<Incident> fits) {
        while (true) {
            var page = book.open(number);
            Incident incident = page.state();
            if (!incident.isOpen() || !fits.test(incident)) {
                return Optional.empty();
            }
            Mode mode = incident.opened().orElseThrow().mode();
            Optional<Begun> begun =
                    write(page, mode, new ArrayList<>(), named(incident, number, List.of(start)), List.of(), actor);
            if (begun.isPresent()) {
                return Optional.of(begun.get().runs().getFirst());
            }
        }
    }

    /** Begins a run that a step of another run asked for, under the name that it gave it (R3). */
    public ChildBegun beginChild(String number, String run, Start start) {
        while (true) {
            var page = book.open(number);
            Incident incident = page.state();
            if (incident.run(run).isPresent()) {
                return ChildBegun.BEFORE;
            }
            if (incident.givenUp().contains(run)) {
                return ChildBegun.GIVEN_UP;
            }
            if (!incident.isOpen()) {
                return ChildBegun.CASE_CLOSED;
            }
            Mode mode = incident.opened().orElseThrow().mode();
            List<Named> child = List.of(new Named(run, start));
            if (write(page, mode, new ArrayList<>(), child, List.of(), Actor.SYSTEM)
                    .isPresent()) {
                return ChildBegun.NOW;
            }
        }
    }

    /** Sees to it that a run of this name never begins; where it has begun, returns it. */
    public Optional<Incident.CaseRun> giveUp(String number, String run, String step) {
        return book.decide(number, number, Actor.SYSTEM, incident -> {
            Optional<Incident.CaseRun> begun = incident.run(run);
            boolean told = begun.isPresent() || incident.givenUp().contains(run);
            return new Book.Decided<>(
                    told ? List.<IncidentEntry>of() : List.of(new IncidentEntry.RunGivenUp(run, step)), begun);
        });
    }

    /** A run as it is to be begun, with its name. */
    private record Named(String run, Start start) {}

    private static List<Named> named(Incident incident, String number, List<Start> starts) {
        var named = new ArrayList<Named>();
        for (Start start : starts) {
            named.add(new Named(number + "." + (incident.ownRuns() + named.size() + 1), start));
        }
        return named;
    }

    /** @return empty when the journal has moved, so that nothing was written */
    private Optional<Begun> write(
            Book.Page<Incident> page,
            Mode mode,
            List<IncidentEntry> facts,
            List<Named> starts,
            List<Journal.Addition> along,
            Actor actor) {
        String number = page.stream().key();
        var additions = new ArrayList<>(along);
        var runs = new ArrayList<String>();
        for (Named named : starts) {
            String run = named.run();
            Start start = named.start();
            runs.add(run);
            String key = start.runbook().key();
            String version = start.runbook().version();
            facts.add(new IncidentEntry.RunBegan(run, key, version, start.parameters(), start.reason()));
            Draft began =
                    runCodec.write(new RunEntry.Began(key, version, number, mode, start.parameters(), start.reason()));
            additions.add(new Journal.Addition(StreamId.of("run", run), 0, number, List.of(began)));
        }
        additions.addFirst(book.addition(page, number, facts));
        return switch (journal.append(additions, actor)) {
            case Appended.Done ignored -> Optional.of(new Begun(number, runs));
            case Appended.Moved ignored -> Optional.empty();
        };
    }

    public void join(String number, IncidentEntry.Joined joined, Actor actor) {
        add(number, actor, incident -> List.of(joined));
    }

    public void note(String number, IncidentEntry.Noted noted, Actor actor) {
        add(number, actor, incident -> List.of(noted));
    }

    /** A person knows of it. Told again later, it changes nothing. */
    public void makeAware(String number, IncidentEntry.MadeAware aware, Actor actor) {
        add(number, actor, incident -> incident.aware().isPresent() ? List.of() : List.of(aware));
    }

    public void runEnded(String number, IncidentEntry.RunEnded ended) {
        add(
                number,
                Actor.SYSTEM,
                incident -> incident.runs().stream()
                                .anyMatch(r -> r.run().equals(ended.run())
                                        && r.ending().isEmpty())
                        ? List.of(ended)
                        : List.of());
    }

    /** Writes that the case has come this far, unless it has come further. */
    public boolean reach(String number, Phase phase, String why, Actor actor) {
        return book.decide(
                number,
                number,
                actor,
                incident -> incident.isOpen() && incident.phase().isBefore(phase)
                        ? new Book.Decided<>(List.of(new IncidentEntry.Reached(phase, why)), true)
                        : Book.Decided.refused(false));
    }

    /** What was restored is out again: the case goes back to its first phase. */
    public boolean relapse(String number, String why, Actor actor) {
        return book.decide(
                number,
                number,
                actor,
                incident -> incident.phase() == Phase.RESTORED
                        ? new Book.Decided<>(List.of(new IncidentEntry.Reached(Phase.RESPONDING, why)), true)
                        : Book.Decided.refused(false));
    }

    private void add(String number, Actor actor, Function<Incident, List<IncidentEntry>> facts) {
        book.decide(number, number, actor, incident -> new Book.Decided<>(facts.apply(incident), Boolean.TRUE));
    }
}
