package tw.xuhang.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;
import tw.xuhang.integration.mail.MailLimits;
import tw.xuhang.integration.mail.MailRoutes;
import tw.xuhang.integration.mail.MailServer;
import tw.xuhang.integration.mail.MailServer.Encryption;
import tw.xuhang.integration.mail.SmtpPostOffice;
import tw.xuhang.runbook.port.PostOffice;

/** The post office, where a mail server is configured; without one every letter waits and says why. */
@Factory
final class Mail {

    @Singleton
    @Requires(property = Settings.PREFIX + ".host")
    MailServer mailServer(Settings settings) {
        return settings.server();
    }

    @Singleton
    @Requires(beans = MailServer.class)
    RoutesBuilder mailRoutes(MailServer server) {
        return new MailRoutes(server, MailLimits.USUAL);
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(beans = MailServer.class)
    SmtpPostOffice smtp(ProducerTemplate camel, MailServer server, InstantSource clock) {
        return new SmtpPostOffice(camel, server, MailLimits.USUAL, clock);
    }

    @Singleton
    @Requires(missingBeans = MailServer.class)
    PostOffice noMailServer() {
        return letter -> new PostOffice.Posted.Deferred("no mail server is configured (" + Settings.PREFIX + ".host)");
    }

    /**
     * Where letters are handed in:
     *
     * <pre>
     * xuhang.mail:
     *   host: mail.office.example
     *   port: 587
     *   encryption: starttls          # or none, tls
     *   from: xuhang@office.example
     *   from-name: 續航（某某鎮公所）
     *   credentials-file: keys/mail   # user on the first line, password on the second
     * </pre>
     */
    @ConfigurationProperties(Settings.PREFIX)
    static final class Settings {

        static final String PREFIX = "xuhang.mail";

        private String host = "";
        private int port = 25;
        private Encryption encryption = Encryption.NONE;
        private String from = "";
        private String fromName = "續航";
        private @Nullable Path credentialsFile;

        public void setHost(String host) {
            this.host = host;
        }

        public void setPort(int port) {
            this.port = port;
        }

        public void setEncryption(Encryption encryption) {
            this.encryption = encryption;
        }

        public void setFrom(String from) {
            this.from = from;
        }

        public void setFromName(String fromName) {
            this.fromName = fromName;
        }

        public void setCredentialsFile(Path credentialsFile) {
            this.credentialsFile = credentialsFile;
        }

        MailServer server() {
            return new MailServer(host, port, encryption, from, fromName, Optional.ofNullable(credentialsFile));
        }
    }
}
