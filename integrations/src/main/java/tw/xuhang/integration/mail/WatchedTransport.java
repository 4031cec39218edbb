package tw.xuhang.integration.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** SMTP that notes the moment of the final dot, the one thing that the exceptions of a transport do not tell. */
final class WatchedTransport extends SMTPTransport {

    private @Nullable Crossing crossing;

    WatchedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] addresses) throws MessagingException {
        crossing = message instanceof LetterMessage letter ? letter.crossing() : new Crossing();
        super.sendMessage(message, addresses);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        Crossing mine = crossing;
        if (mine == null || !mine.go()) {
            throw new MessagingException("given up before the end of the letter was sent");
        }
        super.finishData();
        mine.arrived();
    }
}
