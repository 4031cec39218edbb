package tw.xuhang.wiring;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import tw.xuhang.consent.AskingPeople;
import tw.xuhang.consent.Consents;
import tw.xuhang.dispatch.DispatchLadder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.SendingOrders;

/** One look at a request or an order: its ladder, what the outage clocks mean for it, and when to look again. */
@Singleton
final class DeskRound {

    private final Consents consents;
    private final AskingPeople asking;
    private final Dispatches dispatches;
    private final SendingOrders sending;

    DeskRound(Consents consents, AskingPeople asking, Dispatches dispatches, SendingOrders sending) {
        this.consents = consents;
        this.asking = asking;
        this.dispatches = dispatches;
        this.sending = sending;
    }

    Optional<Instant> people(String request) throws InterruptedException {
        asking.look(request);
        return consents.due(request);
    }

    Optional<Instant> vendors(String order) throws InterruptedException {
        sending.climb(order);
        return dispatches.next(order).map(DispatchLadder.Due::at);
    }
}
