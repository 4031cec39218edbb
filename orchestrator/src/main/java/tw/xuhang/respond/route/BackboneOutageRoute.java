package tw.xuhang.respond.route;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Reason;
import tw.xuhang.respond.Responding;
import tw.xuhang.respond.Sighting;

/** Trigger route for lines: down begins the response, steady begins the way back (P-16). */
public final class BackboneOutageRoute extends RouteBuilder {

    public static final String SIGHTINGS = "direct:sightings";

    private final Responding responding;

    public BackboneOutageRoute(Responding responding) {
        this.responding = responding;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(SIGHTINGS)
                .routeId("trigger")
                .choice()
                .when(is("link.down"))
                .to("direct:line-down")
                .when(is("link.steady"))
                .to("direct:line-steady")
                .otherwise()
                .setBody(constant(new Disposition.Recorded(Reason.of("no-trigger"))))
                .end();
        from("direct:line-down").routeId("line-down").process(calling(responding::lineDown));
        from("direct:line-steady").routeId("line-steady").process(calling(responding::lineSteady));
    }

    private static Predicate is(String kind) {
        return exchange -> sighting(exchange).kind().equals(kind);
    }

    private static Processor calling(Function<Sighting, Disposition> useCase) {
        return exchange -> exchange.getMessage().setBody(useCase.apply(sighting(exchange)));
    }

    private static Sighting sighting(Exchange exchange) {
        return requireNonNull(exchange.getMessage().getBody(Sighting.class), "no sighting in the message");
    }
}
