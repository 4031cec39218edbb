package tw.xuhang.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;

/** The fake beside the port: the same contract on plain maps. Survives its engine, as a database does. */
public final class InMemoryRunStore implements RunStore {

    private static final class Row {
        final String incident;
        final List<Recorded> entries = new ArrayList<>();
        final Map<Long, Post> mail = new LinkedHashMap<>();
        long epoch;
        Set<String> awaits = Set.of();

        Row(String incident) {
            this.incident = incident;
        }

        boolean hasEnded() {
            return !entries.isEmpty() && entries.getLast().entry() instanceof RunEntry.Ended;
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private long lastMail;

    public synchronized void begin(String run, RunEntry.Began began, Instant at) {
        var row = new Row(began.incident());
        row.entries.add(new Recorded(began, 1, at));
        rows.put(run, row);
    }

    @Override
    public synchronized Optional<Held> take(String run) {
        Row row = rows.get(run);
        if (row == null || row.hasEnded()) {
            return Optional.empty();
        }
        row.epoch++;
        return Optional.of(new Held(run, row.incident, row.epoch, row.entries));
    }

    @Override
    public synchronized List<Recorded> read(String run) {
        Row row = rows.get(run);
        return row == null ? List.of() : List.copyOf(row.entries);
    }

    @Override
    public synchronized Written write(Writing writing) {
        Row row = row(writing.run());
        if (row.epoch != writing.epoch() || row.entries.size() != writing.head()) {
            return new Written.Fenced();
        }
        for (String resource : writing.claims()) {
            if (!claims.getOrDefault(resource, writing.run()).equals(writing.run())) {
                return new Written.Taken(resource);
            }
        }
        for (RunEntry entry : writing.entries()) {
            row.entries.add(new Recorded(entry, row.entries.size() + 1L, writing.at()));
        }
        writing.claims().forEach(r -> claims.put(r, writing.run()));
        writing.releases().forEach(claims::remove);
        writing.consumed().forEach(row.mail::remove);
        row.awaits = writing.awaits();
        if (!writing.entries().isEmpty() && writing.entries().getLast() instanceof RunEntry.Ended ended) {
            tellKin(writing.run(), ended);
        }
        return new Written.Done(waitingFor(writing.releases()));
    }

    /** The run that waits for this one, and those that this one waits for. */
    private void tellKin(String run, RunEntry.Ended ended) {
        Lineage.begunBy(run).ifPresent(attempt -> {
            String parent = Lineage.parent(run).orElseThrow();
            var started = (RunEntry.StepStarted)
                    row(parent).entries.get((int) attempt.seq() - 1).entry();
            post(parent, new Post.Reported(started.step(), attempt, ChildEnding.outcome(run, ended)));
        });
        rows.keySet().stream()
                .filter(other -> Lineage.isChild(other, run))
                .forEach(child -> post(child, new Post.Abort("system", "run " + run + " has ended")));
    }

    private Set<String> waitingFor(Set<String> free) {
        return rows.entrySet().stream()
                .filter(e -> e.getValue().awaits.stream().anyMatch(free::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<Mailed> mailbox(String run) {
        return row(run).mail.entrySet().stream()
                .map(e -> new Mailed(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public synchronized void post(String run, Post post) {
        Row row = row(run);
        if (!row.hasEnded()) {
            row.mail.put(++lastMail, post);
        }
    }

    @Override
    public synchronized Set<String> heldByOthers(String run) {
        return claims.entrySet().stream()
                .filter(e -> !e.getValue().equals(run))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<String> nudged() {
        return rows.entrySet().stream()
                .filter(e -> !e.getValue().mail.isEmpty()
                        || e.getValue().awaits.stream().anyMatch(r -> !claims.containsKey(r)))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized List<String> orphans(Instant now) {
        return rows.entrySet().stream()
                .filter(e -> !e.getValue().hasEnded())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Row row(String run) {
        Row row = rows.get(run);
        if (row == null) {
            throw new IllegalArgumentException("no such run: " + run);
        }
        return row;
    }
}
