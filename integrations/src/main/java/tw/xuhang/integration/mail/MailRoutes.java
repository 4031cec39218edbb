package tw.xuhang.integration.mail;

import static java.util.Objects.requireNonNull;

import org.apache.camel.builder.RouteBuilder;

/** {@code direct:mail}: a finished message in the body, out by SMTP. */
public final class MailRoutes extends RouteBuilder {

    /** Where a letter enters. */
    public static final String OUT = "direct:mail";

    private static final String SENDER = "letterSender";

    private final MailServer server;
    private final MailLimits limits;

    public MailRoutes(MailServer server, MailLimits limits) {
        this.server = requireNonNull(server, "server is null");
        this.limits = requireNonNull(limits, "limits is null");
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind(SENDER, new LetterSender(server, limits));
        from(OUT)
                .routeId("mail-out")
                .errorHandler(noErrorHandler())
                .toF("smtp://%s:%d?javaMailSender=#%s", server.host(), server.port(), SENDER);
    }
}
