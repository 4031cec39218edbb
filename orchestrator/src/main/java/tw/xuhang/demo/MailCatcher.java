package tw.xuhang.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A real mail server on loopback that keeps what it is given and passes nothing on. */
final class MailCatcher implements Closeable {

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));

    MailCatcher() {
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** All letters, oldest first. */
    List<Letter> letters() {
        List<Letter> letters = new ArrayList<>();
        try {
            for (GreenMailUser user : server.getManagers().getUserManager().listUser()) {
                var inbox = server.getManagers().getImapHostManager().getInbox(user);
                for (StoredMessage message : inbox.getMessages()) {
                    letters.add(letter(user.getEmail(), message));
                }
            }
        } catch (FolderException | MessagingException e) {
            throw new IllegalStateException("a letter that was taken cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        letters.sort(Comparator.comparing(Letter::at));
        return letters;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Letter letter(String mailbox, StoredMessage stored) throws MessagingException, IOException {
        MimeMessage message = stored.getMimeMessage();
        return new Letter(
                Objects.requireNonNullElse(message.getMessageID(), "<" + stored.getUid() + ">"),
                mailbox,
                stored.getReceivedDate().toInstant(),
                Objects.requireNonNullElse(message.getSubject(), ""),
                text(message.getContent()));
    }

    private static String text(Object content) throws MessagingException, IOException {
        return switch (content) {
            case String text -> text;
            case Multipart parts
            when parts.getCount() > 0 -> text(parts.getBodyPart(0).getContent());
            default -> "";
        };
    }
}
