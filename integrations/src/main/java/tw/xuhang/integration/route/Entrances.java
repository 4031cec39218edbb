package tw.xuhang.integration.route;

import static java.util.Objects.requireNonNull;

import org.apache.camel.ProducerTemplate;
import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.Receipt;

/** The entrances as plain Java, for whoever holds a delivery: the HTTP controller, the trap listener, the probes. */
public final class Entrances {

    private final ProducerTemplate camel;

    public Entrances(ProducerTemplate camel) {
        this.camel = requireNonNull(camel, "camel is null");
    }

    public Delivered deliver(Post post) {
        return camel.requestBody(SignalRoutes.HTTP, post, Delivered.class);
    }

    /** The inbox as the trap listener sees it. */
    public Inbox snmp() {
        return through(SignalRoutes.SNMP);
    }

    /** The inbox as the probes see it. */
    public Inbox probe() {
        return through(SignalRoutes.PROBE);
    }

    private Inbox through(String entrance) {
        return (signal, original) -> camel.requestBody(entrance, new Sign(signal, original), Receipt.class);
    }
}
