package tw.xuhang.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tw.xuhang.database.Address;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.execution.store.MariaRunStore;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.MicrosClock;

/** Kills nodes at moments of chance on one database until there are enough deaths, lets all settle, and looks. */
final class Soak {

    private static final Duration A_LOOK = Duration.ofMillis(300);
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final int REPORT_EVERY = 50;
    /** Bytes; where next to nothing was done, nothing could go wrong. */
    private static final long LEAST_DEEDS = 3000;
    /** Deaths for which it pays to make the lives start faster. */
    private static final int MANY = 60;

    private final Plan plan;
    private final Consumer<String> told;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger lives = new AtomicInteger();

    /**
     * @param kills of all nodes together
     * @param atOnce runs in flight
     * @param beside whether a second node comes and goes beside the first
     * @param badLine whether the database is reached over a {@link BadLine}
     */
    record Plan(int kills, long seed, int atOnce, boolean beside, Plant plant, boolean badLine) {

        Plan(int kills, long seed, int atOnce, boolean beside, Plant plant) {
            this(kills, seed, atOnce, beside, plant, false);
        }
    }

    /** @param wrong empty: every promise held */
    record Outcome(List<String> wrong, int kills, int frozen, String measure) {}

    /** @param told gets a line now and then */
    Soak(Plan plan, Consumer<String> told) {
        this.plan = plan;
        this.told = told;
    }

    Outcome run(Path folder) throws IOException, InterruptedException, SQLException {
        Shore shore = Shore.at(folder);
        ClassPath path = ClassPath.plain();
        int start;
        try (TestDatabase database = TestDatabase.migrated()) {
            Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
            if (plan.kills() >= MANY) {
                path = ClassPath.trained(aside, database.address());
            }
            start = start(path, aside, database);
            told.accept("a node is up after " + start + " ms");
        }
        try (TestDatabase database = TestDatabase.migrated();
                BadLine line = BadLine.before(database.address(), plan.seed())) {
            Address address = plan.badLine() ? line.address(database.address()) : database.address();
            var pools = SoakNode.pools(database.address());
            var clock = new MicrosClock(InstantSource.system());
            var ledger = new Ledger(() -> Ledger.Followers.NONE);
            var journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);
            var store = new MariaRunStore(
                    pools.work(), pools.reading(), ledger, journal, RunFacts.codec(), "people", clock);
            var people = new People(store, pools, shore, plan.seed() + 1);
            var wrong = new ArrayList<String>();
            int frozen = 0;
            List<Reaper> reapers = new ArrayList<>();
            try {
                reapers.add(reaper("node-a", Reaper.Fate.restless(start), path, shore, address, line));
                if (plan.beside()) {
                    reapers.add(reaper("node-b", Reaper.Fate.FITFUL, path, shore, address, line));
                }
                untilKilled(people, reapers);
                if (plan.badLine()) {
                    told.accept(line.troubles() + " times trouble on the line");
                }
                settle(people, shore, wrong);
            } finally {
                for (Reaper reaper : reapers) {
                    reaper.close();
                    frozen += reaper.frozen();
                    if (!reaper.trouble().isEmpty()) {
                        wrong.add("a node: " + reaper.trouble());
                    }
                }
            }
            var findings = new Findings(database, pools, shore);
            wrong.addAll(findings.all());
            SoakNode.close(pools);
            return new Outcome(wrong, kills.get(), frozen, findings.measure());
        }
    }

    /** Milliseconds from the beginning of a process to its first work, as it is on this machine now. */
    private static int start(ClassPath path, Path folder, TestDatabase database)
            throws IOException, InterruptedException {
        Shore shore = Shore.at(folder.resolve("first"));
        shore.enough();
        long begun = System.nanoTime();
        var settings = new SoakNode.Settings("first", 0, shore.folder(), 0, Plant.NONE, 0);
        try (Life life = Life.begin(settings, path, database.address(), folder.resolve("first.log"))) {
            while (shore.said().isEmpty() && life.isAlive()) {
                Time.pass(10);
            }
            return (int) ((System.nanoTime() - begun) / 1_000_000);
        }
    }

    private Reaper reaper(String node, Reaper.Fate fate, ClassPath path, Shore shore, Address database, BadLine line)
            throws IOException {
        Path log = shore.folder().resolve(node + ".log");
        return new Reaper(
                fate,
                plan.seed() + node.hashCode(),
                number -> Life.begin(
                        new SoakNode.Settings(
                                node, number, shore.folder(), plan.atOnce(), plan.plant(), plan.seed() + number),
                        path,
                        database,
                        log),
                lives,
                () -> killed(line),
                () -> kills.get() >= plan.kills() && shore.size() > LEAST_DEEDS);
    }

    private void killed(BadLine line) {
        int so = kills.incrementAndGet();
        if (so >= plan.kills()) {
            line.calmDown();
        }
        if (so % REPORT_EVERY == 0) {
            told.accept(so + " kills");
        }
    }

    private void untilKilled(People people, List<Reaper> reapers) throws InterruptedException, SQLException {
        while (reapers.stream().anyMatch(Reaper::reaps)
                && reapers.stream().allMatch(reaper -> reaper.trouble().isEmpty())) {
            people.look();
            Time.pass(A_LOOK);
        }
        for (Reaper reaper : reapers) {
            reaper.join();
        }
    }

    private void settle(People people, Shore shore, List<String> wrong) throws InterruptedException, SQLException {
        shore.enough();
        people.settle();
        long until = System.nanoTime() + TO_SETTLE.toNanos();
        do {
            Time.pass(A_LOOK);
            people.look();
        } while (!people.open().isEmpty() && System.nanoTime() < until);
        people.open().forEach(run -> wrong.add("run " + run + " has not ended within " + TO_SETTLE));
        // What is still to be taken back after the last end.
        Time.pass(Duration.ofSeconds(3));
    }

    /** A folder for a soak, under the module's own. */
    static Path folder(String name) throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "soak").toAbsolutePath()), name);
    }
}
