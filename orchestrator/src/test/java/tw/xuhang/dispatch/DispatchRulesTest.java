package tw.xuhang.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tw.xuhang.dispatch.DispatchDesk.BY_PHONE;
import static tw.xuhang.dispatch.DispatchDesk.ENGINEER;
import static tw.xuhang.dispatch.DispatchDesk.KEY;
import static tw.xuhang.dispatch.DispatchDesk.T0;
import static tw.xuhang.dispatch.DispatchDesk.declined;
import static tw.xuhang.dispatch.DispatchDesk.recorded;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.xuhang.dispatch.DispatchOrder.Stage;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.run.Post;

final class DispatchRulesTest {

    private final DispatchDesk desk = new DispatchDesk().placed();
    private final Dispatches dispatches = desk.dispatches;

    @Test
    void anOrderIsOneJobHoweverOftenItIsPlacedAndItsLetterRepeated() {
        desk.placed();
        desk.climb(Duration.ofHours(3));
        assertThat(desk.counter.taken).hasSizeGreaterThan(1);
        assertThat(desk.counter.taken.stream().map(PostOffice.Letter::messageId).distinct())
                .containsExactly("<dispatch.2026-0001.1.call-carrier.demo-town@office.test>");
        assertThat(desk.facts())
                .filteredOn(DispatchEntry.Placed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void thatALetterIsAboutToLeaveIsOnRecordBeforeItDoes() {
        desk.counter.answer = letter -> {
            assertThat(desk.facts().getLast()).isInstanceOf(DispatchEntry.Sending.class);
            return new PostOffice.Posted.Accepted("250");
        };
        desk.climb(Duration.ZERO);
        assertThat(desk.counter.taken).hasSize(1);
    }

    @Test
    void aLetterLostWithAProcessIsSentAgainUnderItsOwnName() {
        desk.counter.answer = letter -> {
            throw new IllegalStateException("killed");
        };
        assertThat(catchThrowable(() -> desk.climb(Duration.ZERO))).isNotNull();
        desk.counter.answer = letter -> new PostOffice.Posted.Accepted("250");
        desk.climb(Duration.ofSeconds(59));
        assertThat(desk.counter.taken).isEmpty();
        desk.climb(Duration.ofSeconds(60));
        assertThat(desk.counter.taken).hasSize(1);
        assertThat(desk.counter.brought.stream()
                        .map(PostOffice.Letter::messageId)
                        .distinct())
                .hasSize(1);
        assertThat(desk.get().stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void theSameAnswerTwiceIsOneAnswer() {
        recorded(dispatches.acknowledge(KEY, ENGINEER));
        desk.clock.advance(Duration.ofMinutes(1));
        assertThat(declined(dispatches.acknowledge(KEY, ENGINEER))).isEqualTo(new Refusal.SaidAlready(KEY, T0));
        assertThat(desk.facts()).hasSize(2);
    }

    @Test
    void ofManyAnswersAtOnceOneIsRecorded() throws ExecutionException, InterruptedException {
        Callable<Answer> acknowledge = () -> dispatches.acknowledge(KEY, ENGINEER);
        int counted = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : pool.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> acknowledge).toList())) {
                counted += answer.get() instanceof Answer.Recorded ? 1 : 0;
            }
        }
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void whatTheVendorSaysByTelephoneIsRecordedOnTheSameOrderByTheOffice() {
        recorded(dispatches.acknowledge(KEY, BY_PHONE));
        var entry = desk.journal.all(Dispatches.KIND).getLast();
        assertThat(entry.actor()).isEqualTo(Actor.person("duty"));
        assertThat(desk.get().stage()).isEqualTo(Stage.ACKNOWLEDGED);
        recorded(dispatches.arrived(KEY, ENGINEER));
        assertThat(desk.journal.all(Dispatches.KIND).getLast().actor()).isEqualTo(Actor.vendor(KEY));
    }

    @Test
    void whoComesOrPromisesATimeHasTakenTheOrder() {
        recorded(dispatches.eta(KEY, ENGINEER, T0.plusSeconds(1800)));
        assertThat(desk.get().stage()).isEqualTo(Stage.ACKNOWLEDGED);
        recorded(dispatches.arrived(KEY, ENGINEER));
        assertThat(desk.get().answers().acknowledgedAt()).contains(T0);
    }

    @Test
    void aLaterPromiseReplacesTheEarlierOneAndAPastOneIsRefused() {
        recorded(dispatches.eta(KEY, ENGINEER, T0.plusSeconds(1800)));
        recorded(dispatches.eta(KEY, ENGINEER, T0.plusSeconds(3600)));
        assertThat(declined(dispatches.eta(KEY, ENGINEER, T0.plusSeconds(3600))))
                .isInstanceOf(Refusal.SaidAlready.class);
        assertThat(declined(dispatches.eta(KEY, ENGINEER, T0.minusSeconds(1)))).isInstanceOf(Refusal.EtaPassed.class);
        assertThat(desk.get().answers().eta()).contains(T0.plusSeconds(3600));
    }

    @Test
    void whoDeclinesSaysWhyAndTheOfficeTakesTheTelephone() {
        assertThat(declined(dispatches.decline(KEY, ENGINEER, " "))).isInstanceOf(Refusal.ReasonMissing.class);
        recorded(dispatches.decline(KEY, ENGINEER, "非本公司線路"));
        assertThat(declined(dispatches.acknowledge(KEY, ENGINEER))).isInstanceOf(Refusal.NotOpen.class);
        desk.climb(Duration.ofSeconds(1));
        assertThat(desk.facts().getLast()).isInstanceOf(DispatchEntry.CallTaskOpened.class);
        assertThat(desk.counter.brought).isEmpty();
    }

    @Test
    void aReportNamesPointSectionAndScopeOrSaysWhyNot() {
        assertThat(declined(dispatches.report(KEY, ENGINEER, "機房外人孔", "", "全鎮", "")))
                .isInstanceOf(Refusal.ReportIncomplete.class);
        recorded(dispatches.report(KEY, ENGINEER, "", "", "", "尚在查修"));
        recorded(dispatches.report(KEY, ENGINEER, "機房外人孔", "中正路段", "全鎮", ""));
        assertThat(desk.get().answers().answersAllThree()).isTrue();
        assertThat(declined(dispatches.report(KEY, ENGINEER, "機房外人孔", "中正路段", "全鎮", "")))
                .isInstanceOf(Refusal.SaidAlready.class);
    }

    @Test
    void aReportMayComeAfterTheRepair() {
        recorded(dispatches.fixed(KEY, ENGINEER, "光纖遭挖斷"));
        recorded(dispatches.report(KEY, ENGINEER, "人孔", "中正路段", "全鎮", ""));
        assertThat(desk.get().stage()).isEqualTo(Stage.FIXED);
    }

    @Test
    void anOrderThatIsFixedOrClosedTakesNoFurtherWork() {
        recorded(dispatches.close(KEY, "server-room", "誤報"));
        assertThat(declined(dispatches.arrived(KEY, ENGINEER))).isEqualTo(new Refusal.NotOpen(KEY, Stage.CLOSED));
        assertThat(desk.climb(Duration.ofHours(5)).stage()).isEqualTo(Stage.CLOSED);
        assertThat(desk.counter.brought).isEmpty();
    }

    @Test
    void anAnswerOnAnOrderThatIsNotThereIsRefused() {
        assertThat(declined(dispatches.acknowledge("nothing", ENGINEER))).isInstanceOf(Refusal.Unknown.class);
    }

    @Test
    void aStepTriedAgainFindsItsOrderAndIsTheOneToldOfTheAnswer() {
        var later = new DispatchEntry.Awaited("run/2026-0001.1", 11);
        dispatches.place(DispatchDesk.order(Mode.LIVE).awaitedBy(later));
        assertThat(desk.facts()).hasSize(2).last().isEqualTo(later);
        recorded(dispatches.acknowledge(KEY, ENGINEER));
        assertThat(OrderOutcome.posts(desk.get(), desk.facts().getLast()))
                .filteredOn(Post.Reported.class::isInstance)
                .singleElement()
                .asString()
                .contains("seq=11");
    }
}
