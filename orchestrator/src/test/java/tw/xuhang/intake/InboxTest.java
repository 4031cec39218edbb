package tw.xuhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tw.xuhang.intake.SignalSamples.NOW;
import static tw.xuhang.intake.SignalSamples.linkDown;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.intake.IntakeEntry.Outcome;
import tw.xuhang.intake.store.DispositionModel;
import tw.xuhang.intake.store.IntakeFacts;
import tw.xuhang.intake.store.MariaSignals;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.SettableClock;

/** The inbox on a real database. */
class InboxTest {

    private static final Original ORIGINAL =
            new Original("application/json", "{\"a\":\"中斷\"}".getBytes(StandardCharsets.UTF_8));
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.migrated();
    private final Pools pools = database.pools("&timezone=-08:00");
    private final SettableClock clock = new SettableClock(NOW);
    private final MariaSignals signals = new MariaSignals(pools.work());
    private final MariaJournal journal = new MariaJournal(
            pools.work(),
            pools.reading(),
            new Ledger(() -> new Ledger.Followers(List.of(new DispositionModel()), List.of(), List.of())),
            clock);
    private final Dispositions dispositions = new Dispositions(journal, IntakeFacts.CODEC);
    private final List<Received> seen = new ArrayList<>();
    private Triage triage = received -> {
        seen.add(received);
        return new Disposition.Started("2026-0001", Reason.of("backbone"));
    };
    private TriageDesk desk = desk("here");
    private StoredInbox inbox = new StoredInbox(signals, desk);

    @AfterEach
    void close() {
        database.close();
    }

    private TriageDesk desk(String node) {
        return new TriageDesk(
                signals,
                received -> triage.dispose(received),
                dispositions,
                clock,
                new TriageDesk.Settings(node, CLAIM, Duration.ofSeconds(5)));
    }

    @Test
    void anAcceptedSignalIsFoundAsItWas() {
        long id = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        SignalReport report = signals.find(id).orElseThrow();
        assertThat(report.signal()).isEqualTo(linkDown("k"));
        assertThat(report.originalHash()).hasSize(64);
        assertThat(report.disposed()).isEmpty();
    }

    @Test
    void everyAcceptedSignalEndsInOneDisposition() {
        long id = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        desk.workAll();
        SignalReport.Disposed disposed =
                signals.find(id).orElseThrow().disposed().orElseThrow();
        assertThat(disposed.outcome()).isEqualTo(Outcome.STARTED);
        assertThat(disposed.incident()).isEqualTo("2026-0001");
        assertThat(disposed.reason()).isEqualTo(Reason.of("backbone"));
        assertThat(disposed.at()).isEqualTo(NOW);
    }

    @Test
    void aRepetitionChangesNothingButACounter() throws SQLException {
        long first = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        clock.advance(Duration.ofMinutes(1));
        Receipt again = inbox.accept(linkDown("k"), new Original("text/plain", new byte[] {1}));
        assertThat(again).isEqualTo(new Receipt.Accepted(Long.toString(first), true));
        desk.workAll();
        assertThat(seen).hasSize(1);
        assertThat(signals.find(first).orElseThrow().repeats()).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM signal_original")).isEqualTo(1);
    }

    @Test
    void fiftyDeliveriesAtOnceAreOneSignal() throws Exception {
        Callable<Receipt> deliver = () -> inbox.accept(linkDown("k"), ORIGINAL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Receipt> receipts = threads.invokeAll(Collections.nCopies(50, deliver)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(receipts).allMatch(Receipt.Accepted.class::isInstance);
            assertThat(receipts)
                    .filteredOn(receipt -> receipt instanceof Receipt.Accepted accepted && !accepted.duplicate())
                    .hasSize(1);
        }
        desk.workAll();
        assertThat(seen).hasSize(1);
        assertThat(signals.find(seen.getFirst().id()).orElseThrow().repeats()).isEqualTo(49);
    }

    @Test
    void theSameKeyOfAnotherSourceIsAnotherSignal() {
        var other = new Signal(
                "generic",
                "k",
                "link",
                Signal.Phase.RAISE,
                "uplink/main",
                Signal.Status.ACTUAL,
                NOW,
                NOW,
                "t",
                Map.of());
        assertThat(accepted(inbox.accept(linkDown("k")))).isNotEqualTo(accepted(inbox.accept(other)));
    }

    @Test
    void whatACrashLeftIsDisposedOfByTheSweepWhenItsClaimHasEnded() {
        long id = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        TriageDesk next = desk("elsewhere");
        next.sweep();
        next.workAll();
        assertThat(seen).as("the claim still stands").isEmpty();
        clock.advance(CLAIM);
        next.sweep();
        next.workAll();
        assertThat(seen).containsExactly(new Received(id, linkDown("k")));
        desk.workAll();
        assertThat(seen).as("the slow node finds it taken").hasSize(1);
    }

    @Test
    void aServiceThatStartsTakesBackItsPredecessorsSignalsAtOnce() throws Exception {
        inbox.accept(linkDown("k"), ORIGINAL);
        try (TriageDesk successor = desk("here")) {
            successor.start();
            Awaitility.await().until(() -> count("SELECT COUNT(*) FROM disposition") == 1);
        }
    }

    @Test
    void aCrashAfterTheCaseAndItsDispositionWereRecordedTogetherOpensNoSecondCase() {
        triage = received -> {
            seen.add(received);
            Disposition started = new Disposition.Started("2026-0001", Reason.of("backbone"));
            assertThat(journal.append(List.of(dispositions.addition(received, started)), Actor.SYSTEM))
                    .isInstanceOf(Appended.Done.class);
            throw new IllegalStateException("killed");
        };
        long id = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        desk.workAll();
        clock.advance(CLAIM);
        desk.sweep();
        desk.workAll();
        assertThat(seen).hasSize(1);
        assertThat(signals.find(id).orElseThrow().disposed()).isPresent();
    }

    @Test
    void theFirstDispositionCounts() {
        triage = received -> {
            journal.append(
                    List.of(dispositions.addition(received, new Disposition.Joined("2026-0007", Reason.of("open")))),
                    Actor.SYSTEM);
            return new Disposition.Started("2026-0008", Reason.of("new"));
        };
        long id = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        desk.workAll();
        assertThat(signals.find(id).orElseThrow().disposed().orElseThrow().incident())
                .isEqualTo("2026-0007");
    }

    @Test
    void aSignalThatTriageCannotTakeWaitsForAPersonAndKeepsNobodyWaiting() {
        triage = received -> {
            if (received.signal().key().equals("poison")) {
                throw new IllegalStateException("bug");
            }
            seen.add(received);
            return new Disposition.Recorded(Reason.of("x"));
        };
        long poison = accepted(inbox.accept(linkDown("poison"), ORIGINAL));
        inbox.accept(linkDown("good"), ORIGINAL);
        desk.workAll();
        assertThat(seen).hasSize(1);
        for (int i = 0; i < 5; i++) {
            clock.advance(CLAIM);
            desk.sweep();
            desk.workAll();
        }
        SignalReport.Disposed disposed =
                signals.find(poison).orElseThrow().disposed().orElseThrow();
        assertThat(disposed.outcome()).isEqualTo(Outcome.HELD);
        assertThat(disposed.reason().code()).isEqualTo("triage.failed");
    }

    @Test
    void signalsAreDisposedOfInTheOrderOfArrival() {
        for (int i = 0; i < 20; i++) {
            inbox.accept(linkDown("k" + i), ORIGINAL);
        }
        desk.workAll();
        assertThat(seen)
                .extracting(received -> received.signal().key())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "k" + i).toList());
    }

    @Test
    void withoutADatabaseNothingIsAccepted() throws SQLException {
        MariaSignals away = new MariaSignals(TestDatabase.unreachable().work());
        assertThat(new StoredInbox(away, desk).accept(linkDown("k"), ORIGINAL)).isInstanceOf(Receipt.Unavailable.class);
        assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(() -> away.find(1));
    }

    @Test
    void dispositionsCanBeRebuiltFromTheJournal() throws SQLException {
        long id = accepted(inbox.accept(linkDown("k"), ORIGINAL));
        desk.workAll();
        Optional<SignalReport> before = signals.find(id);
        DispositionModel model = new DispositionModel();
        try (Connection connection = pools.work().getConnection()) {
            model.clear(connection);
            model.apply(connection, journal.read(Dispositions.stream(id)).getFirst());
            connection.commit();
        }
        assertThat(signals.find(id)).isEqualTo(before);
    }

    private static long accepted(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return Long.parseLong(((Receipt.Accepted) receipt).dispositionId());
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = pools.reading().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
