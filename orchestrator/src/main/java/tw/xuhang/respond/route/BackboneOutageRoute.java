package tw.xuhang.respond.route;

import org.apache.camel.builder.RouteBuilder;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Reason;
import tw.xuhang.respond.Responding;

/** Trigger route for lines: down begins the response, steady begins the way back (P-16). */
public final class BackboneOutageRoute extends RouteBuilder {

    public static final String SIGHTINGS = "direct:sightings";

    private final Responding responding;

    public BackboneOutageRoute(Responding responding) {
        this.responding = responding;
    }

    @Override
    public void configure() {
        from(SIGHTINGS)
                .routeId("trigger")
                .choice()
                .when(simple("${body.kind} == 'link.down'"))
                .to("direct:line-down")
                .when(simple("${body.kind} == 'link.steady'"))
                .to("direct:line-steady")
                .otherwise()
                .setBody(constant(new Disposition.Recorded(Reason.of("no-trigger"))))
                .end();
        from("direct:line-down").routeId("line-down").bean(responding, "lineDown");
        from("direct:line-steady").routeId("line-steady").bean(responding, "lineSteady");
    }
}
