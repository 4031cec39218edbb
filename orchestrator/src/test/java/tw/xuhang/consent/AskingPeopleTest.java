package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.KEY;
import static tw.xuhang.consent.ConsentDesk.recorded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.PostOffice.Letter;
import tw.xuhang.runbook.port.PostOffice.Posted;

final class AskingPeopleTest {

    private final ConsentDesk desk = new ConsentDesk();
    private final Counter counter = new Counter();
    private final AskingPeople asking = new AskingPeople(
            desk.consents,
            desk.directory::get,
            (request, person) -> new LinkMaker.Made("http://127.0.0.1:8080/a/raw-of-" + person, "hash-of-" + person),
            counter,
            desk.clock);

    @Test
    void theLimitBringsTheLeaderALetterAndTheRequestTheCisoAnother() throws InterruptedException {
        desk.opened();
        assertThat(asking.look(KEY).phase()).isEqualTo(Phase.AWAITS_LIMIT);
        assertThat(counter.letters).isEmpty();
        desk.clock.advance(Duration.ofSeconds(12));
        asking.look(KEY);
        assertThat(counter.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).containsExactly("leader@office.test"));
        recorded(desk.consents.request(KEY, "leader", 1, Ground.LIMIT_REACHED, ""));
        asking.look(KEY);
        asking.look(KEY);
        assertThat(counter.letters).hasSize(2);
        assertThat(counter.letters.getLast().to()).containsExactly("ciso@office.test");
    }

    @Test
    void theLetterHoldsTheFactsTheCodeAndTheLinkSoThatATelephoneIsEnough() throws InterruptedException {
        desk.requested();
        asking.look(KEY);
        Letter letter = counter.letters.getLast();
        assertThat(letter.subject()).isEqualTo("請決定是否同意啟動營運持續作業（2026-0001）");
        assertThat(letter.text())
                .contains(
                        "公文系統：自 2026-11-22 02:10:00 中斷，已 0:00:12；啟動時限 0:00:12，可容忍中斷 0:02:00。",
                        "Official documents: away since",
                        "改以替代方式收發公文",
                        ReadBack.code(KEY, 1),
                        "http://127.0.0.1:8080/a/raw-of-ciso",
                        "開啟連結不會作成任何決定");
    }

    @Test
    void theLinkItselfIsInNoEntry() throws InterruptedException {
        desk.requested();
        asking.look(KEY);
        assertThat(desk.facts()).asString().contains("hash-of-ciso").doesNotContain("raw-of");
    }

    @Test
    void aReminderIsALetterOfItsOwn() throws InterruptedException {
        desk.requested();
        asking.look(KEY);
        desk.clock.advance(Duration.ofMinutes(10));
        asking.look(KEY);
        assertThat(counter.letters)
                .extracting(Letter::messageId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(counter.letters.getLast().subject()).contains("【提醒】");
        assertThat(counter.letters.getLast().text())
                .as("alone enough, where the first was lost")
                .contains("http://127.0.0.1:8080/a/raw-of-ciso");
    }

    @Test
    void aLetterThatCannotLeaveIsOnRecordAndTheTelephoneIsNext() throws InterruptedException {
        desk.requested();
        counter.answer = letter -> new Posted.Deferred("connection refused");
        asking.look(KEY);
        assertThat(desk.facts()).contains(new ConsentEntry.NotTold(Duty.DECIDE, "ciso", "connection refused"));
        asking.look(KEY);
        assertThat(desk.facts().getLast()).isEqualTo(new ConsentEntry.CallTaskOpened(Duty.DECIDE));
        assertThat(desk.request().phase()).isEqualTo(Phase.REQUESTED);
    }

    @Test
    void aLetterLostWithTheServiceIsWrittenAgainByTheNextOne() throws InterruptedException {
        desk.requested();
        desk.consents.climb(KEY, person -> "hash-of-" + person);
        desk.clock.advance(Duration.ofMinutes(1));
        asking.look(KEY);
        asking.look(KEY);
        assertThat(counter.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).containsExactly("ciso@office.test"));
    }

    private static final class Counter implements PostOffice {
        private final List<Letter> letters = new ArrayList<>();
        private Function<Letter, Posted> answer = letter -> new Posted.Accepted("250");

        @Override
        public Posted post(Letter letter) {
            letters.add(letter);
            return answer.apply(letter);
        }
    }
}
