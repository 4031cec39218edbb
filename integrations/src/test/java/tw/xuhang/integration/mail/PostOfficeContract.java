package tw.xuhang.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.PostOffice.Letter;
import tw.xuhang.runbook.port.PostOffice.Posted;

/** What every post office promises. */
abstract class PostOfficeContract {

    static final Letter LETTER = new Letter(
            "<order-7.run-2026-0001@office.test>",
            List.of("desk@vendor.test"),
            "【演練】示範鎮公所 派工單 7：骨幹線路 main 中斷，請於一小時內回覆",
            "線路：uplink/main\n地點：一樓機房\n.\n一行只有一個點",
            Optional.empty());

    abstract PostOffice office();

    /** What has arrived, as its reader sees it. */
    abstract List<Letter> arrived();

    @Test
    void aLetterArrivesAsItWasWritten() throws InterruptedException {
        assertThat(office().post(LETTER)).isInstanceOf(Posted.Accepted.class);
        assertThat(arrived()).containsExactly(LETTER);
    }

    @Test
    void aRepeatedLetterIsTheSameLetter() throws InterruptedException {
        office().post(LETTER);
        office().post(LETTER);
        assertThat(arrived()).extracting(Letter::messageId).containsExactly(LETTER.messageId(), LETTER.messageId());
    }

    @Test
    void anAnswerNamesTheLetterItBelongsTo() throws InterruptedException {
        Letter reminder =
                new Letter("<order-7.1@office.test>", LETTER.to(), "Re", "text", Optional.of(LETTER.messageId()));
        office().post(reminder);
        assertThat(arrived().getFirst().inReplyTo()).contains(LETTER.messageId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk@vendor.test\r\nBcc: all@office.test",
                "desk@vendor.test, all@office.test",
                "desk@vendor.test,all@office.test",
                "\"Desk, Vendor\" <desk@vendor.test>",
                "desk@vendor.test>",
                "desk@vendor.test\n",
                "desk",
                "@vendor.test",
                "",
                "desk@[127.0.0.1]",
                "班長@vendor.test",
            })
    void anAddressThatIsNotOnePlainAddressIsRefused(String address) throws InterruptedException {
        Letter letter = new Letter(LETTER.messageId(), List.of(address), "s", "t", Optional.empty());
        assertThat(office().post(letter)).isInstanceOf(Posted.Refused.class);
        assertThat(arrived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: all@office.test", "a\nb", "a\rb", "a\u0000b", "a\u2028b"})
    void aSubjectCannotAddAHeader(String subject) throws InterruptedException {
        Letter letter = new Letter(LETTER.messageId(), LETTER.to(), subject, "t", Optional.empty());
        assertThat(office().post(letter)).isInstanceOf(Posted.Refused.class);
        assertThat(arrived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-brackets@office.test",
                "<a b@office.test>",
                "<a@office.test>\r\nX: y",
                "<a@office.test><b@c>"
            })
    void anIdThatIsNotOneMessageIdIsRefused(String id) throws InterruptedException {
        assertThat(office().post(new Letter(id, LETTER.to(), "s", "t", Optional.empty())))
                .isInstanceOf(Posted.Refused.class);
        assertThat(office().post(new Letter(LETTER.messageId(), LETTER.to(), "s", "t", Optional.of(id))))
                .isInstanceOf(Posted.Refused.class);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aLetterWithoutRecipientsIsRefused() throws InterruptedException {
        assertThat(office().post(new Letter(LETTER.messageId(), List.of(), "s", "t", Optional.empty())))
                .isInstanceOf(Posted.Refused.class);
    }
}
