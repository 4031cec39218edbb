package tw.xuhang.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.outage.Outages.Noted;

final class OutagesTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");
    private static final String DOCUMENTS = "official-documents";

    private final Directory directory = SampleOffice.directory();
    private final StandingClock clock = new StandingClock(T0);
    private final TinyJournal journal = new TinyJournal(clock);
    private final RememberingCodec<OutageEntry> codec = new RememberingCodec<>();
    private final Outages outages = new Outages(journal, codec, OutageIndex.ALL, () -> directory, clock);

    @Test
    void aLineThatIsDownStartsNoServicesClock() {
        assertThat(outages.lineDown("main", T0, "3 of 5 looks failed")).isInstanceOf(Noted.Began.class);
        assertThat(outages.runningLines()).hasSize(1);
        assertThat(outages.runningServices()).isEmpty();
        assertThat(outages.nextDue()).isEmpty();
    }

    @Test
    void anOutageBeginsWhenItWasFirstSeenAndNotWhenItWasBelieved() {
        lose(DOCUMENTS);
        assertThat(outages.ofService(DOCUMENTS).running().orElseThrow().since()).isEqualTo(T0.plusSeconds(1));
    }

    @Test
    void theSameOutageBeginsOnceHoweverOftenItIsTold() {
        outages.lineDown("main", T0, "first");
        assertThat(outages.lineDown("main", T0.plusSeconds(1), "again")).isInstanceOf(Noted.Nothing.class);
        assertThat(journal.all(Outages.KIND)).hasSize(1);
    }

    @Test
    void eachThresholdIsRecordedOnceAtTheMomentItWasReached() {
        down(DOCUMENTS);
        clock.set(T0.plusSeconds(12));
        assertThat(outages.cross()).singleElement().satisfies(crossing -> {
            assertThat(crossing.threshold()).isEqualTo(Threshold.DECLARATION_LIMIT);
            assertThat(crossing.at()).isEqualTo(T0.plusSeconds(12));
            assertThat(crossing.late()).isFalse();
        });
        assertThat(outages.cross()).isEmpty();
        assertThat(outages.nextDue()).contains(T0.plusSeconds(30));
    }

    @Test
    void aThresholdPassedWhileNobodyLookedIsRecordedOnceAndMarkedLate() {
        down(DOCUMENTS);
        clock.set(T0.plus(Duration.ofMinutes(5)));
        var restarted = new Outages(journal, codec, OutageIndex.ALL, () -> directory, clock);
        assertThat(restarted.nextDue()).contains(T0.plusSeconds(12));
        assertThat(restarted.cross())
                .extracting(Outages.Crossing::threshold, Outages.Crossing::late)
                .containsExactly(
                        tuple(Threshold.DECLARATION_LIMIT, true),
                        tuple(Threshold.RTO, true),
                        tuple(Threshold.MTPD, true));
        assertThat(restarted.cross()).isEmpty();
        assertThat(outages.cross()).isEmpty();
    }

    @Test
    void aServiceThatIsBackBeforeItsLimitHasCrossedNothing() {
        down(DOCUMENTS);
        clock.set(T0.plusSeconds(40));
        outages.serviceUp(DOCUMENTS, T0.plusSeconds(12).minusMillis(1));
        assertThat(outages.cross()).isEmpty();
        assertThat(outages.ofService(DOCUMENTS).over().getLast().crossed()).isEmpty();
    }

    @Test
    void aServiceThatIsBackAfterItsLimitHasCrossedItEvenIfNobodyNoticedInBetween() {
        down(DOCUMENTS);
        clock.set(T0.plusSeconds(40));
        outages.serviceUp(DOCUMENTS, T0.plusSeconds(12));
        assertThat(outages.ofService(DOCUMENTS).over().getLast().crossed())
                .containsExactly(Threshold.DECLARATION_LIMIT);
    }

    @Test
    void anEndBeforeTheBeginningMakesAnOutageOfNoLengthAndNotANegativeOne() {
        down(DOCUMENTS);
        outages.attach("2026-0001");
        outages.serviceUp(DOCUMENTS, T0.minusSeconds(60));
        assertThat(outages.timeAway("2026-0001")).containsEntry(DOCUMENTS, Duration.ZERO);
    }

    @Test
    void aClockThatIsSetBackDuringAnOutageNeitherShortensNorRepeatsIt() {
        down(DOCUMENTS);
        clock.set(T0.plusSeconds(13));
        assertThat(outages.cross()).hasSize(1);
        clock.set(T0.minus(Duration.ofHours(2)));
        assertThat(outages.cross()).isEmpty();
        assertThat(outages.runningServices().getFirst().lasting(clock.instant()))
                .isZero();
        clock.set(T0.plusSeconds(14));
        assertThat(outages.cross()).isEmpty();
    }

    @Test
    void anOutageTravelsWithItsIncidentAndAllItsPartsAddUp() {
        down(DOCUMENTS);
        outages.lineDown("main", T0, "cut");
        assertThat(outages.attach("2026-0001")).hasSize(2);
        assertThat(outages.attach("2026-0002")).isEmpty();
        outages.serviceUp(DOCUMENTS, T0.plusSeconds(10));
        outages.serviceDown(service(DOCUMENTS), T0.plusSeconds(20), "again");
        outages.attach("2026-0001");
        clock.set(T0.plusSeconds(25));
        assertThat(outages.timeAway("2026-0001")).containsExactly(Map.entry(DOCUMENTS, Duration.ofSeconds(15)));
        assertThat(journal.all(Outages.KIND).getLast().incident()).isEqualTo("2026-0001");
    }

    @Test
    void aCaseTakesItsOutagesInTheSameAppendThatOpensIt() {
        down(DOCUMENTS);
        outages.lineDown("main", T0, "cut");

        assertThat(journal.append(outages.attachments("2026-0001"), Actor.SYSTEM))
                .isInstanceOf(Appended.Done.class);

        assertThat(outages.linesOf("2026-0001")).hasSize(1);
        assertThat(outages.servicesOf("2026-0001")).hasSize(1);
        assertThat(outages.attachments("2026-0002")).isEmpty();
    }

    @Test
    void aRestartedServiceRemembersThatSomethingIsAway() {
        down(DOCUMENTS);
        var restarted = new Outages(journal, codec, OutageIndex.ALL, () -> directory, clock);
        restarted.serviceLooked(DOCUMENTS, true, T0.plusSeconds(5), "HTTP 200");
        assertThat(restarted.runningServices()).hasSize(1);
        assertThat(restarted.serviceLooked(DOCUMENTS, true, T0.plusSeconds(6), "HTTP 200"))
                .isInstanceOf(Noted.Ended.class);
        assertThat(restarted.runningServices()).isEmpty();
    }

    @Test
    void twoNodesThatSeeTheSameOutageRecordItOnce() throws ExecutionException, InterruptedException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                Instant at = T0.plusSeconds(round * 10L);
                Callable<Noted> look = () -> new Outages(journal, codec, OutageIndex.ALL, () -> directory, clock)
                        .lineDown("main", at, "cut");
                var seen = pool.invokeAll(List.of(look, look, look, look));
                int began = 0;
                for (Future<Noted> noted : seen) {
                    began += noted.get() instanceof Noted.Began ? 1 : 0;
                }
                assertThat(began).isEqualTo(1);
                outages.lineUp("main", at.plusSeconds(5));
            }
        }
        assertThat(outages.ofLine("main").over()).hasSize(20);
    }

    private void down(String service) {
        outages.serviceDown(service(service), T0, "no answer");
    }

    private CatalogueService service(String key) {
        return directory.service(key).orElseThrow();
    }

    private void lose(String service) {
        outages.serviceLooked(service, true, T0, "HTTP 200");
        outages.serviceLooked(service, false, T0.plusSeconds(1), "no answer");
        outages.serviceLooked(service, false, T0.plusSeconds(2), "no answer");
    }
}
