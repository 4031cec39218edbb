package tw.xuhang.due.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.AgendaContract;
import tw.xuhang.due.Look;
import tw.xuhang.due.Thing;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.outage.OutageIndex;
import tw.xuhang.outage.Outages;
import tw.xuhang.outage.Threshold;
import tw.xuhang.outage.store.OutageFacts;
import tw.xuhang.testing.TestDatabase;

final class DatabaseAgendaTest extends AgendaContract {

    private static final Thing CALM = new Thing("calm", "all");

    private final TestDatabase database = TestDatabase.migrated();
    private final Pools pools = database.pools("&sessionVariables=time_zone='-08:00'&timezone=-08:00");
    private final SwitchedPool line = new SwitchedPool();
    private final DataSource source = line.over(pools.reading());
    private final List<DatabaseAgenda> open = new ArrayList<>();
    private final List<Long> calm = new CopyOnWriteArrayList<>();

    private DatabaseAgenda open(String node, Map<String, Look> looks) {
        var agenda = new DatabaseAgenda(source, node, clock);
        var all = new HashMap<>(looks);
        all.put(CALM.kind(), _ -> {
            calm.add(1L);
            return Optional.empty();
        });
        agenda.open(all);
        open.add(agenda);
        return agenda;
    }

    private static Map<String, Look> noting(List<String> seen) {
        return Map.of("order", key -> {
            seen.add(key);
            return Optional.empty();
        });
    }

    @Override
    protected Agenda opened(Map<String, Look> looks) {
        return open("node-1", looks);
    }

    /** What is written later and due later than everything else has been looked at, three times over. */
    @Override
    protected void settle() {
        for (int i = 0; i < 3; i++) {
            int before = calm.size();
            open.getLast().by(CALM, clock.instant());
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> calm.size() > before);
        }
    }

    @AfterEach
    void close() {
        open.forEach(DatabaseAgenda::close);
        database.close();
    }

    @Test
    void whatBecameDueWhileTheServiceWasDownIsLookedAtOnceOnStart() {
        var seen = new CopyOnWriteArrayList<String>();
        open("node-1", noting(seen)).by(new Thing("order", "1.1"), NIGHT.plusSeconds(60));
        settle();
        open.removeLast().close();
        clock.advance(Duration.ofHours(2));
        assertThat(seen).isEmpty();

        open("node-1", noting(seen));
        settle();
        open.removeLast().close();
        open("node-1", noting(seen));
        settle();
        assertThat(seen).containsExactly("1.1");
    }

    @Test
    void ofTwoNodesOneLooks() {
        var seen = new CopyOnWriteArrayList<String>();
        var one = open("node-1", noting(seen));
        open("node-2", noting(seen));
        for (int i = 0; i < 40; i++) {
            one.by(new Thing("order", "1." + i), NIGHT.plusSeconds(1));
        }
        settle();
        clock.advance(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(15)).until(() -> seen.size() >= 40);
        settle();
        assertThat(seen).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void whatAKilledPredecessorWasLookingAtIsLookedAtAgainAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        open("node-1", Map.of("order", _ -> {
                    begun.countDown();
                    never.await();
                    return Optional.empty();
                }))
                .by(new Thing("order", "1.1"), NIGHT);
        begun.await();

        var seen = new CopyOnWriteArrayList<String>();
        open("node-1", noting(seen));
        await().atMost(Duration.ofSeconds(3)).until(() -> seen.contains("1.1"));
        never.countDown();
    }

    @Test
    void aDatabaseThatGoesAwayHoldsUpNobodyAndKillsNothing() {
        var seen = new CopyOnWriteArrayList<String>();
        var agenda = open("node-1", noting(seen));
        agenda.by(new Thing("order", "before"), NIGHT.plusSeconds(30));
        settle();
        line.cut();
        clock.advance(Duration.ofMinutes(5));
        agenda.by(new Thing("order", "while"), clock.instant());
        await().atMost(Duration.ofSeconds(15)).until(() -> line.refused() >= 4);
        assertThat(seen).isEmpty();

        line.mend();
        await().atMost(Duration.ofSeconds(15)).until(() -> seen.containsAll(List.of("before", "while")));
        settle();
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void aLimitThatPassedWhileTheServiceWasDownIsRecordedOnceAndMarkedLate() {
        Directory office = SampleOffice.directory();
        var ledger = new Ledger(() -> Ledger.Followers.NONE);
        var journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);
        var outages = new Outages(journal, OutageFacts.codec(), OutageIndex.ALL, () -> office, clock);
        var crossings = new CopyOnWriteArrayList<Outages.Crossing>();
        Map<String, Look> clocks = Map.of("clocks", _ -> {
            crossings.addAll(outages.cross());
            return outages.nextDue();
        });
        var service = office.services().getFirst();
        outages.serviceDown(service, NIGHT, "no answer at the counter");
        var before = open("node-1", clocks);
        before.by(new Thing("clocks", "all"), NIGHT);
        settle();
        open.removeLast().close();
        clock.advance(service.declarationLimit().plusMinutes(1));

        for (int starts = 0; starts < 2; starts++) {
            open("node-1", clocks);
            settle();
            open.removeLast().close();
        }
        assertThat(crossings)
                .filteredOn(crossing -> crossing.threshold() == Threshold.DECLARATION_LIMIT)
                .singleElement()
                .satisfies(crossing -> {
                    assertThat(crossing.at()).isEqualTo(NIGHT.plus(service.declarationLimit()));
                    assertThat(crossing.late()).isTrue();
                });
    }
}
