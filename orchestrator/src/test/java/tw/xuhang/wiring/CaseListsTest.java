package tw.xuhang.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.consent.Answer;
import tw.xuhang.consent.Basis;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.consent.Situation;
import tw.xuhang.consent.store.ConsentRows;
import tw.xuhang.database.Pools;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.dispatch.Answerer;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.store.DispatchRows;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.outage.OutageIndex;
import tw.xuhang.outage.Outages;
import tw.xuhang.outage.store.OutageFacts;
import tw.xuhang.outage.store.OutageRows;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Step.Dispatch.Finish;
import tw.xuhang.runbook.Step.Dispatch.Severity;
import tw.xuhang.runbook.Text;

/** The lists of a case on MariaDB, through the beans of the service. */
@MicronautTest(startApplication = false, transactional = false)
final class CaseListsTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");
    private static final ConsentEntry.Patience PATIENCE =
            new ConsentEntry.Patience(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(30));

    @Inject
    private Journal journal;

    @Inject
    private Pools pools;

    @Inject
    private EntryCodec<ConsentEntry> consentFacts;

    @Inject
    private EntryCodec<DispatchEntry> dispatchFacts;

    @Inject
    private OpenRequests requests;

    @Inject
    private ConsentRows consentRows;

    @Inject
    private DispatchRows dispatchRows;

    @Inject
    private OutageRows outageRows;

    @Inject
    private List<ReadModel> models;

    /** The service's own, by which the journal records. */
    @Inject
    private InstantSource now;

    private final Directory directory = SampleOffice.directory();
    private final StandingClock clock = new StandingClock(T0.plusSeconds(30));

    @Test
    void aRequestIsOnTheListOfThoseThatWaitUntilItIsDecidedAndConfirmed() {
        Consents consents = consents();
        open(consents, "case-a.1", "2026-0101");
        assertThat(requests.open()).contains("case-a.1");
        consents.upkeep("case-a.1");
        recorded(consents.request("case-a.1", "leader", 1, Ground.LIMIT_REACHED, ""));
        assertThat(consentRows.ofCase("2026-0101")).singleElement().satisfies(row -> {
            assertThat(row.phase()).isEqualTo("REQUESTED");
            assertThat(row.requestedBy()).isEqualTo("leader");
            assertThat(row.version()).isEqualTo(1);
        });
        recorded(consents.refuse("case-a.1", "ciso", 1, "no"));
        assertThat(requests.open()).doesNotContain("case-a.1");
        assertThat(requests.of("2026-0101")).containsExactly("case-a.1");
    }

    @Test
    void theRunThatWaitsHearsOfTheDecisionInTheTransactionThatRecordsIt() throws SQLException {
        beginRun("2026-0102.1");
        Consents consents = consents();
        open(consents, "case-b.1", "2026-0102");
        consents.upkeep("case-b.1");
        recorded(consents.request("case-b.1", "leader", 1, Ground.LIMIT_REACHED, ""));
        recorded(consents.grant("case-b.1", "ciso", 1, ""));
        recorded(consents.declare("case-b.1", "leader", 1, "啟動"));
        assertThat(mail("2026-0102.1")).hasSize(5).last().asString().contains("continuity", "granted");
        assertThat(mail("2026-0102.1")).anyMatch(post -> post.contains("DECLARATION"));
    }

    @Test
    void anOrderIsDueUntilItIsAnsweredAndItsRunHearsOfIt() throws SQLException {
        beginRun("2026-0103.1");
        var dispatches = new Dispatches(journal, dispatchFacts, clock);
        dispatches.place(order("2026-0103.1.call", "2026-0103", "2026-0103.1"));
        assertThat(dispatchRows.due(now.instant().plusSeconds(5)))
                .extracting(DispatchRows.Row::orderKey)
                .contains("2026-0103.1.call");
        dispatches.acknowledge("2026-0103.1.call", Answerer.byPhone("台", "duty"));
        assertThat(dispatchRows.due(now.instant().plusSeconds(5)))
                .extracting(DispatchRows.Row::orderKey)
                .doesNotContain("2026-0103.1.call");
        assertThat(dispatchRows.ofCase("2026-0103")).singleElement().satisfies(row -> {
            assertThat(row.stage()).isEqualTo("ACKNOWLEDGED");
            assertThat(row.acknowledgedAt()).isNotNull();
        });
        assertThat(mail("2026-0103.1"))
                .anyMatch(post -> post.contains("ACKNOWLEDGED"))
                .last()
                .asString()
                .contains("succeeded");
    }

    @Test
    void aLineAndAServiceAreTwoRowsWithTheirOwnTimes() {
        var outages = new Outages(journal, OutageFacts.codec(), OutageIndex.ALL, () -> directory, clock);
        outages.lineDown("backup", T0, "cut");
        outages.serviceDown(directory.service("website").orElseThrow(), T0.plusSeconds(2), "no answer");
        outages.attach("2026-0104");
        clock.advance(Duration.ofMinutes(11));
        assertThat(outages.cross()).hasSize(2);
        outages.lineUp("backup", T0.plusSeconds(60));
        assertThat(outageRows.ofCase("2026-0104"))
                .extracting(OutageRows.Row::kind, OutageRows.Row::subject, OutageRows.Row::endedAt)
                .containsExactly(tuple("LINE", "backup", T0.plusSeconds(60)), tuple("SERVICE", "website", null));
        assertThat(outageRows.running()).extracting(OutageRows.Row::subject).containsExactly("website");
    }

    @Test
    void theListsAreTheSameAfterTheyAreBuiltAnewFromTheJournal() throws SQLException {
        Consents consents = consents();
        open(consents, "case-e.1", "2026-0105");
        consents.upkeep("case-e.1");
        recorded(consents.request("case-e.1", "leader", 1, Ground.LIMIT_REACHED, ""));
        var dispatches = new Dispatches(journal, dispatchFacts, clock);
        dispatches.place(order("2026-0105.1.call", "2026-0105", ""));
        dispatches.eta("2026-0105.1.call", Answerer.byLink("x"), clock.instant().plusSeconds(600));
        List<Object> before = lists();
        rebuild();
        assertThat(lists()).isEqualTo(before);
    }

    private List<Object> lists() {
        return List.of(consentRows.latest(1000), dispatchRows.latest(1000), outageRows.running());
    }

    private void rebuild() throws SQLException {
        var streams = new ArrayList<String>();
        try (Connection connection = pools.reading().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT stream FROM journal_head")) {
            while (row.next()) {
                streams.add(row.getString(1));
            }
        }
        for (ReadModel model : models) {
            if (Set.of("consent", "dispatch", "outage").containsAll(model.kinds())) {
                rebuild(model, streams);
            }
        }
    }

    private void rebuild(ReadModel model, List<String> streams) throws SQLException {
        try (Connection connection = pools.work().getConnection()) {
            model.clear(connection);
            for (String stream : streams) {
                if (model.kinds().contains(new StreamId(stream).kind())) {
                    for (Entry entry : journal.read(new StreamId(stream))) {
                        model.apply(connection, entry);
                    }
                }
            }
            connection.commit();
        }
    }

    private Consents consents() {
        var away = new Basis.Away("official-documents", T0, Duration.ofSeconds(12), Duration.ofMinutes(2));
        return new Consents(
                journal,
                consentFacts,
                () -> directory,
                incident -> new Situation(new Basis(List.of(away), 0), true),
                clock);
    }

    private static void open(Consents consents, String key, String incident) {
        consents.open(new ConsentEntry.Opened(
                key,
                Act.DECLARE,
                incident,
                incident + ".1",
                "continuity",
                "run/" + incident + ".1",
                9,
                Mode.LIVE,
                true,
                PATIENCE,
                List.of()));
    }

    private static DispatchEntry.Placed order(String key, String incident, String run) {
        return new DispatchEntry.Placed(
                key,
                incident,
                run,
                "call",
                "run/" + incident + ".1",
                5,
                Mode.LIVE,
                "line-lessor",
                "DEMO-MAIN-0001",
                2,
                Severity.CRITICAL,
                Finish.ACKNOWLEDGED,
                Duration.ofMinutes(15),
                Text.of("down"),
                T0,
                Text.of("ask"));
    }

    /** Only what the mailbox needs of a run: somebody on duty for it. */
    private void beginRun(String run) throws SQLException {
        sql("INSERT INTO run_duty (run, incident, owner) VALUES ('" + run + "', '', 'n')");
    }

    private List<String> mail(String run) throws SQLException {
        var posts = new ArrayList<String>();
        try (Connection connection = pools.reading().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT post FROM run_mail WHERE run = '" + run + "' ORDER BY id")) {
            while (row.next()) {
                posts.add(row.getString(1));
            }
        }
        return posts;
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = pools.reading().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static void recorded(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
    }
}
