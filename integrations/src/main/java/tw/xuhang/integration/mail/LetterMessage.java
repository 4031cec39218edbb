package tw.xuhang.integration.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import tw.xuhang.runbook.port.PostOffice.Letter;

/** A letter as it goes over the wire: UTF-8, one text part, with the Message-ID that it was given (D1). */
final class LetterMessage extends MimeMessage {

    private static final String UTF8 = StandardCharsets.UTF_8.name();

    private final String id;
    private final Crossing crossing = new Crossing();

    LetterMessage(Session session, MailServer server, Letter letter, Instant at) throws MessagingException {
        super(session);
        this.id = letter.messageId();
        setFrom(sender(server));
        for (String to : letter.to()) {
            addRecipient(RecipientType.TO, new InternetAddress(to, true));
        }
        setSubject(letter.subject(), UTF8);
        setText(letter.text(), UTF8);
        setSentDate(Date.from(at));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        if (letter.inReplyTo().isPresent()) {
            setHeader("In-Reply-To", letter.inReplyTo().get());
            setHeader("References", letter.inReplyTo().get());
        }
        updateMessageID();
    }

    private static InternetAddress sender(MailServer server) throws MessagingException {
        InternetAddress sender = new InternetAddress(server.from(), true);
        try {
            if (!server.fromName().isBlank()) {
                sender.setPersonal(server.fromName(), UTF8);
            }
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        return sender;
    }

    Crossing crossing() {
        return crossing;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
