package tw.xuhang.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.audit.Verifier;
import tw.xuhang.evidence.store.CheckpointFiles;
import tw.xuhang.evidence.store.Exporting;
import tw.xuhang.evidence.store.Keys;
import tw.xuhang.evidence.store.PackReader;
import tw.xuhang.evidence.store.Rebuild;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.execution.store.RunModel;
import tw.xuhang.home.Home;
import tw.xuhang.incident.store.IncidentFacts;
import tw.xuhang.incident.store.IncidentModel;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.testing.TableDump;
import tw.xuhang.testing.TestDatabase;

/** Holds what is left behind against the promises: the journal, the lists, the far end, and what the nodes said. */
final class Findings {

    private static final List<String> LISTS = List.of("run_duty", "run_mail", "resource_claim", "resource_wait");
    private static final String[] NO_LISTS = {"journal", "timeline", "flyway", "agenda", "node"};

    private final TestDatabase database;
    private final Pools pools;
    private final Shore shore;
    private final List<String> wrong = new ArrayList<>();
    private int runs;
    private int attempts;
    private long lost;

    Findings(TestDatabase database, Pools pools, Shore shore) {
        this.database = database;
        this.pools = pools;
        this.shore = shore;
    }

    /** @return one sentence for each promise that does not hold; empty: all hold */
    List<String> all() throws IOException {
        Map<String, List<RunEntry>> courses = journal();
        var deeds = Deeds.of(shore.deeds());
        deeds.uncommitted().forEach(deed -> wrong.add("done before its start was committed: " + deed));
        Set<String> known = new HashSet<>();
        var shelf = new Shelved();
        courses.forEach((run, entries) -> {
            var began = (RunEntry.Began) entries.getFirst();
            var judged = new Course(run, shelf.pinned(began.version()), entries, deeds, shore).judged();
            known.addAll(judged.attempts());
            wrong.addAll(judged.wrong());
            lost += Course.lost(entries);
        });
        runs = courses.size();
        attempts = known.size();
        deeds.begun().keySet().stream()
                .filter(ident -> !known.contains(ident))
                .forEach(ident -> wrong.add("done, and the journal knows of no such attempt: " + ident));
        wrong.addAll(Epochs.wrong(shore.said()));
        lists();
        return wrong;
    }

    private Map<String, List<RunEntry>> journal() throws IOException {
        Path file = shore.folder().resolve("evidence.zip");
        var home = new Home(shore.folder().resolve("home"));
        var checkpoints = new CheckpointFiles(home.directory("checkpoints"));
        try (OutputStream out = Files.newOutputStream(file)) {
            new Exporting(pools.reading(), InstantSource.system(), Keys.of(home), checkpoints)
                    .write(Optional.empty(), out);
        }
        var evidence = PackReader.read(file, Optional.empty(), Optional.empty()).evidence();
        Verifier.verify(evidence).findings().forEach(found -> wrong.add("the chain: " + found));
        Map<String, List<RunEntry>> courses = new LinkedHashMap<>();
        Map<String, Long> heads = new HashMap<>();
        for (StoredEntry stored : evidence.entries()) {
            long seq = heads.merge(stored.stream().value(), 1L, Long::sum);
            if (seq != stored.seq()) {
                wrong.add("%s: entry %d stands at %d".formatted(stored.stream(), stored.seq(), seq));
            }
            if (stored.stream().kind().equals("run")) {
                courses.computeIfAbsent(stored.stream().key(), _ -> new ArrayList<>())
                        .add(RunFacts.codec().read(stored.entry()));
            }
        }
        return courses;
    }

    private void lists() {
        Map<String, List<String>> tables = TableDump.of(database.address(), NO_LISTS);
        for (String list : LISTS) {
            tables.getOrDefault(list, List.of()).forEach(row -> wrong.add("left over in " + list + ": " + row));
        }
        var models = List.of(new RunModel(RunFacts.codec()), new IncidentModel(IncidentFacts.codec()));
        new Rebuild(pools.work(), List.copyOf(models)).run();
        TableDump.of(database.address(), NO_LISTS).forEach((table, rows) -> {
            var made = new ArrayList<>(rows);
            made.removeAll(tables.getOrDefault(table, List.of()));
            made.stream().findFirst().ifPresent(row -> wrong.add("not as in the list, " + table + ": " + row));
            var lost = new ArrayList<>(tables.getOrDefault(table, List.of()));
            lost.removeAll(rows);
            lost.stream().findFirst().ifPresent(row -> wrong.add("not as in the journal, " + table + ": " + row));
        });
    }

    String measure() {
        return "%d runs, %d attempts at steps, %d of them lost and found in doubt".formatted(runs, attempts, lost);
    }
}
