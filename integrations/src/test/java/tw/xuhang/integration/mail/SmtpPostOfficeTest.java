package tw.xuhang.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.integration.mail.MailServer.Encryption;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.PostOffice.Letter;
import tw.xuhang.runbook.port.PostOffice.Posted;

/** The real post office against a real mail server. */
class SmtpPostOfficeTest extends PostOfficeContract {

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Camel camel;

    @TempDir
    private Path dir;

    @BeforeEach
    void start() throws Exception {
        greenMail.start();
        camel = camel(Optional.empty());
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        greenMail.stop();
    }

    private Camel camel(Optional<Path> credentials) throws Exception {
        return new Camel(
                new MailServer(
                        "127.0.0.1",
                        greenMail.getSmtp().getPort(),
                        Encryption.NONE,
                        "xuhang@office.test",
                        "續航, 示範鎮公所",
                        credentials),
                MailLimits.USUAL);
    }

    @Override
    PostOffice office() {
        return camel.office;
    }

    @Override
    List<Letter> arrived() {
        return Arrays.stream(greenMail.getReceivedMessages())
                .map(SmtpPostOfficeTest::letter)
                .toList();
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(
                    message.getMessageID(),
                    Arrays.stream(message.getAllRecipients())
                            .map(Address::toString)
                            .toList(),
                    message.getSubject(),
                    message.getContent().toString().replace("\r\n", "\n").strip(),
                    Optional.ofNullable(message.getHeader("In-Reply-To", null)));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void headersAreAsciiAndSayWhatTheLetterIs() throws Exception {
        office().post(LETTER);
        MimeMessage message = greenMail.getReceivedMessages()[0];
        assertThat(message.getHeader("Subject", null))
                .matches("(?s)\\p{ASCII}+")
                .contains("=?UTF-8?");
        assertThat(message.getHeader("From", null)).matches("(?s)\\p{ASCII}+").endsWith("<xuhang@office.test>");
        assertThat(message.getFrom()).hasSize(1);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Message-ID")).containsExactly(LETTER.messageId());
        assertThat(message.getSentDate()).isNotNull();
    }

    @Test
    void oneLetterGoesToEachRecipientOnce() throws Exception {
        Letter letter =
                new Letter("<a@office.test>", List.of("a@vendor.test", "b@vendor.test"), "s", "t", Optional.empty());
        assertThat(office().post(letter)).isInstanceOf(Posted.Accepted.class);
        assertThat(greenMail.getReceivedMessages()).hasSize(2);
        assertThat(arrived()).allMatch(letter::equals);
    }

    @Test
    void theCredentialsFileIsReadForEveryLetter() throws Exception {
        Path file = Files.writeString(dir.resolve("mail"), "xuhang\nwrong\n");
        greenMail.getUserManager().setAuthRequired(true);
        greenMail.setUser("xuhang@office.test", "xuhang", "right");
        try (Camel withLogin = camel(Optional.of(file))) {
            assertThat(withLogin.office.post(LETTER))
                    .isInstanceOfSatisfying(
                            Posted.Deferred.class,
                            deferred -> assertThat(deferred.why())
                                    .contains("login refused")
                                    .doesNotContain("wrong"));
            Files.writeString(file, "xuhang\nright\n");
            assertThat(withLogin.office.post(LETTER)).isInstanceOf(Posted.Accepted.class);
            Files.delete(file);
            assertThat(withLogin.office.post(LETTER)).isInstanceOf(Posted.Deferred.class);
        }
    }

    @Test
    void aPasswordNeverGoesToAnotherMachineInTheClear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailServer(
                        "mail.office.test", 25, Encryption.NONE, "x@office.test", "", Optional.of(Path.of("f"))))
                .withMessageContaining("unencrypted");
    }
}
