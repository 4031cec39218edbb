package tw.xuhang.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.execution.store.MariaRunStore;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.MicrosClock;

/**
 * Nodes that freeze over a run, as processes of their own on one MariaDB: the other takes the run over and brings it to
 * its end; thawed, the stale one writes nothing and does nothing (R2, R3).
 */
@Tag("slow")
class FrozenNodeTest {

    /** 15 s of silence, then the next look for owners, every 3 s; the rest is the machine's. */
    private static final Duration TAKEN = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final List<Freeze.When> MOMENTS = List.of(
            Freeze.When.IN_THE_TRANSACTION, Freeze.When.AFTER_THE_COMMIT, Freeze.When.LAUNCHING, Freeze.When.BETWEEN);

    /** What the stale nodes did after the new owner had their runs, and what all left behind. */
    private record Thawed(List<String> written, List<String> done, List<String> wrong) {}

    @Test
    void whatThawsWritesNothingAndDoesNothing() throws Exception {
        Thawed thawed = thawed(Plant.NONE);
        assertThat(thawed.written())
                .as("written by a node whose run another had")
                .isEmpty();
        assertThat(thawed.done()).as("done by a node whose run another had").isEmpty();
        assertThat(thawed.wrong()).isEmpty();
    }

    /** Where the new owner does not take the claim, the stale node's launch comes through: this test would see it. */
    @Tag("long")
    @Test
    void withoutTheClaimTheStaleLaunchIsFound() throws Exception {
        assertThat(thawed(Plant.NO_CLAIM).done()).isNotEmpty();
    }

    private static Thawed thawed(Plant plant) throws Exception {
        Path folder = Soak.folder("frozen-");
        Shore shore = Shore.at(folder);
        try (TestDatabase database = TestDatabase.migrated()) {
            var pools = SoakNode.pools(database.address());
            var clock = new MicrosClock(InstantSource.system());
            var ledger = new Ledger(() -> Ledger.Followers.NONE);
            var journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);
            var store = new MariaRunStore(
                    pools.work(), pools.reading(), ledger, journal, RunFacts.codec(), "people", clock);
            var people = new People(store, pools, shore, 1);
            people.settle();
            Map<Freeze.When, Life> frozen = new EnumMap<>(Freeze.When.class);
            try (Life beside = life(9, "node-b", plant, Freeze.When.NEVER, shore, database)) {
                for (Freeze.When when : MOMENTS) {
                    frozen.put(when, life(1 + MOMENTS.indexOf(when), "node-" + when, plant, when, shore, database));
                }
                Awaitility.await().atMost(LONGEST).until(() -> lines(shore, "freezes ") == MOMENTS.size());
                long still = System.nanoTime();
                Awaitility.await().atMost(TAKEN).until(() -> taken(shore) == MOMENTS.size());
                System.out.printf(
                        "soak: %d runs of frozen nodes taken over %d ms after the last of them froze%n",
                        MOMENTS.size(), (System.nanoTime() - still) / 1_000_000);
                int doneBefore = shore.deeds().size();
                for (Life life : frozen.values()) {
                    life.thaw();
                }
                Awaitility.await().atMost(LONGEST).until(() -> {
                    people.look();
                    return people.open().isEmpty();
                });
                Time.pass(Duration.ofSeconds(2));

                assertThat(beside.isAlive()).isTrue();
                assertThat(frozen.values()).as("thawed and alive").allMatch(Life::isAlive);
                List<String> stale = since(shore.deeds(), doneBefore).stream()
                        .filter(line -> line.contains(" begin ") && !line.endsWith(" node-b#9"))
                        .toList();
                return new Thawed(staleWrites(shore.said()), stale, new Findings(database, pools, shore).all());
            } finally {
                frozen.values().forEach(Life::close);
                SoakNode.close(pools);
            }
        }
    }

    private static long lines(Shore shore, String beginning) {
        return shore.said().stream().filter(line -> line.startsWith(beginning)).count();
    }

    private static long taken(Shore shore) {
        return shore.said().stream()
                .filter(line -> line.startsWith("took ") && line.contains(" node-b#9 "))
                .count();
    }

    /** Lines of nodes other than the new owner about entries beyond the head at which it took the run. */
    private static List<String> staleWrites(List<String> said) {
        Map<String, Long> heads = new HashMap<>();
        said.stream().map(line -> line.split(" ", -1)).forEach(words -> {
            if (words[0].equals("took") && words[3].equals("node-b#9")) {
                heads.put(words[1], Long.parseLong(words[4]));
            }
        });
        return said.stream()
                .filter(line -> line.startsWith("wrote ") && !line.contains(" node-b#9 "))
                .filter(line -> {
                    String[] words = line.split(" ", -1);
                    long last = Long.parseLong(words[4]) + Long.parseLong(words[5]);
                    return last > heads.getOrDefault(words[1], 0L);
                })
                .toList();
    }

    private static List<String> since(List<String> lines, int before) {
        return List.copyOf(lines.subList(before, lines.size()));
    }

    private static Life life(int number, String node, Plant plant, Freeze.When when, Shore shore, TestDatabase database)
            throws IOException {
        int most = when == Freeze.When.NEVER ? 0 : 1;
        var settings = new SoakNode.Settings(node, number, shore.folder(), 100, most, plant, when, number);
        return Life.begin(
                settings, ClassPath.plain(), database.address(), shore.folder().resolve(node + ".log"));
    }
}
