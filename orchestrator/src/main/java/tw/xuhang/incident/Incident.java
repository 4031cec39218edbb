package tw.xuhang.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.evidence.Book;
import tw.xuhang.runbook.run.Lineage;

/**
 * The sum of a case's facts.
 *
 * @param opened the first fact; empty only before it
 * @param openedAt when it was recorded
 * @param givenUp names of runs that never begin
 * @param aware earliest qualifying awareness (DOMAIN: moving it earlier is free)
 */
public record Incident(
        Optional<IncidentEntry.Opened> opened,
        Instant openedAt,
        Phase phase,
        List<CaseRun> runs,
        Set<String> givenUp,
        Optional<IncidentEntry.MadeAware> aware,
        int signals) {

    public static final Incident BLANK =
            new Incident(Optional.empty(), Instant.EPOCH, Phase.RESPONDING, List.of(), Set.of(), Optional.empty(), 0);

    public Incident {
        runs = List.copyOf(runs);
        givenUp = Set.copyOf(givenUp);
    }

    /**
     * A run of the case.
     *
     * @param reason what began it, e.g. the kind of signal
     * @param ending empty while it goes on
     */
    public record CaseRun(String run, String runbook, String reason, Optional<String> ending) {}

    public String number() {
        return opened.map(IncidentEntry.Opened::number).orElse("");
    }

    public boolean isOpen() {
        return opened.isPresent() && phase != Phase.CLOSED;
    }

    /** How many runs the case itself has begun; what they began in turn is called after them. */
    public int ownRuns() {
        return (int)
                runs.stream().filter(run -> Lineage.parent(run.run()).isEmpty()).count();
    }

    public Optional<CaseRun> run(String name) {
        return runs.stream().filter(run -> run.run().equals(name)).findFirst();
    }

    public boolean hasRunUnderWay(String runbook) {
        return runs.stream()
                .anyMatch(r -> r.runbook().equals(runbook) && r.ending().isEmpty());
    }

    /** The last run that one of these began; the order of runs is the order in which they began. */
    public Optional<CaseRun> lastRunFor(Set<String> reasons) {
        return runs.reversed().stream()
                .filter(run -> reasons.contains(run.reason()))
                .findFirst();
    }

    public boolean hasRunUnderWay() {
        return runs.stream().anyMatch(r -> r.ending().isEmpty());
    }

    Incident after(Book.Fact<IncidentEntry> fact) {
        return switch (fact.what()) {
            case IncidentEntry.Opened what ->
                new Incident(Optional.of(what), fact.at(), Phase.RESPONDING, runs, givenUp, aware, 1);
            case IncidentEntry.Joined ignored ->
                new Incident(opened, openedAt, phase, runs, givenUp, aware, signals + 1);
            case IncidentEntry.MadeAware what ->
                new Incident(opened, openedAt, phase, runs, givenUp, earlier(what), signals);
            case IncidentEntry.RunBegan what ->
                withRuns(new CaseRun(what.run(), what.runbook(), what.reason(), Optional.empty()), runs.size());
            case IncidentEntry.RunEnded what -> ended(what);
            case IncidentEntry.RunGivenUp what -> givenUp(what.run());
            case IncidentEntry.Reached what ->
                new Incident(opened, openedAt, what.phase(), runs, givenUp, aware, signals);
            case IncidentEntry.Noted ignored -> this;
        };
    }

    private Optional<IncidentEntry.MadeAware> earlier(IncidentEntry.MadeAware what) {
        return aware.filter(known -> !what.at().isBefore(known.at())).or(() -> Optional.of(what));
    }

    private Incident ended(IncidentEntry.RunEnded what) {
        for (int i = 0; i < runs.size(); i++) {
            CaseRun run = runs.get(i);
            if (run.run().equals(what.run())) {
                return withRuns(new CaseRun(run.run(), run.runbook(), run.reason(), Optional.of(what.ending())), i);
            }
        }
        return this;
    }

    private Incident withRuns(CaseRun run, int at) {
        var changed = new ArrayList<>(runs);
        if (at == changed.size()) {
            changed.add(run);
        } else {
            changed.set(at, run);
        }
        return new Incident(opened, openedAt, phase, changed, givenUp, aware, signals);
    }

    private Incident givenUp(String run) {
        var more = new HashSet<>(givenUp);
        more.add(run);
        return new Incident(opened, openedAt, phase, runs, more, aware, signals);
    }
}
