package tw.xuhang.integration.route;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import tw.xuhang.integration.inbound.Reading;
import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;

/** The entrances {@code direct:signal-http}, {@code -snmp} and {@code -probe}, and the inbox behind them. */
public final class SignalRoutes extends RouteBuilder {

    /** Takes a {@link Post}, answers with {@link Delivered}. */
    static final String HTTP = "direct:signal-http";

    static final String SNMP = "direct:signal-snmp";
    static final String PROBE = "direct:signal-probe";
    private static final String SIGNALS = "direct:signals";

    private final Inbox inbox;
    private final InstantSource clock;

    public SignalRoutes(Inbox inbox, InstantSource clock) {
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(HTTP).routeId("signal-http").process(this::deliver);
        from(SNMP).routeId("signal-snmp").to(SIGNALS);
        from(PROBE).routeId("signal-probe").to(SIGNALS);
        from(SIGNALS).routeId("signals").process(this::accept);
    }

    private void accept(Exchange exchange) {
        Sign sign = requireNonNull(exchange.getMessage().getBody(Sign.class), "no signal in the message");
        exchange.getMessage().setBody(inbox.accept(sign.signal(), sign.original()));
    }

    private void deliver(Exchange exchange) {
        Post post = requireNonNull(exchange.getMessage().getBody(Post.class), "no post in the message");
        Reading reading = post.format().read(post.source(), post.original().bytes(), clock.instant());
        exchange.getMessage()
                .setBody(
                        switch (reading) {
                            case Reading.Rejected rejected -> new Delivered.Rejected(rejected);
                            case Reading.Parsed(var signals) -> store(post, signals);
                        });
    }

    private Delivered store(Post post, List<Signal> signals) {
        List<Receipt.Accepted> receipts = new ArrayList<>();
        for (Signal signal : signals) {
            switch (inbox.accept(signal, post.original())) {
                case Receipt.Accepted accepted -> receipts.add(accepted);
                case Receipt.Unavailable(var retryAfter) -> {
                    return new Delivered.Unavailable(retryAfter);
                }
            }
        }
        return new Delivered.Stored(receipts);
    }
}
