package tw.xuhang.integration.mail;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.MailAuthenticator;

/** What Camel's mail producer sends with: one connection per letter, every wait bounded. */
final class LetterSender extends DefaultJavaMailSender {

    LetterSender(MailServer server, MailLimits limits) {
        setProtocol("smtp");
        setHost(server.host());
        setPort(server.port());
        setSession(Session.getInstance(properties(server, limits)));
        server.credentials().ifPresent(file -> setAuthenticator(new FromFile(file)));
    }

    private static Properties properties(MailServer server, MailLimits limits) {
        Properties properties = new Properties();
        properties.setProperty(
                "mail.smtp.connectiontimeout", Long.toString(limits.connect().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", Long.toString(limits.silence().toMillis()));
        properties.setProperty(
                "mail.smtp.writetimeout", Long.toString(limits.silence().toMillis()));
        // The answer to QUIT tells nothing that is not known.
        properties.setProperty("mail.smtp.quitwait", "false");
        // Else the machine's own name is asked of a DNS that may be gone.
        properties.setProperty("mail.smtp.localhost", server.domain());
        properties.setProperty("mail.smtp.from", server.from());
        // One letter is one thing: all of its recipients or none.
        properties.setProperty("mail.smtp.sendpartial", "false");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(server.credentials().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.encryption()) {
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    @Override
    protected Transport getTransport(Session session) {
        return new WatchedTransport(session);
    }

    private static final class FromFile extends MailAuthenticator {

        private final Path file;

        FromFile(Path file) {
            this.file = file;
        }

        @Override
        public PasswordAuthentication getPasswordAuthentication() {
            try {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() < 2) {
                    throw new IllegalStateException(
                            "credentials file of the mail server needs two lines: user, password");
                }
                return new PasswordAuthentication(lines.get(0), lines.get(1));
            } catch (IOException e) {
                throw new UncheckedIOException("credentials file of the mail server cannot be read", e);
            }
        }
    }
}
