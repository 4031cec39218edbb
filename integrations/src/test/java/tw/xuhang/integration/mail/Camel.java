package tw.xuhang.integration.mail;

import java.io.IOException;
import java.time.InstantSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A post office with the Camel context it needs. */
final class Camel implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    final SmtpPostOffice office;

    Camel(MailServer server, MailLimits limits) throws Exception {
        context.addRoutes(new MailRoutes(server, limits));
        context.start();
        template = context.createProducerTemplate();
        office = new SmtpPostOffice(template, server, limits, InstantSource.system());
    }

    @Override
    public void close() throws IOException {
        office.close();
        template.close();
        context.stop();
    }
}
