package tw.xuhang.wiring;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.consent.AskingPeople;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.dispatch.SendingOrders;
import tw.xuhang.dispatch.store.DispatchRows;

/** One look at every request and order that may be due: their ladders, and what the outage clocks mean for them. */
@Singleton
final class DeskRound {

    private final AskingPeople asking;
    private final OpenRequests requests;
    private final SendingOrders sending;
    private final DispatchRows orders;
    private final InstantSource clock;

    DeskRound(
            AskingPeople asking,
            OpenRequests requests,
            SendingOrders sending,
            DispatchRows orders,
            InstantSource clock) {
        this.asking = asking;
        this.requests = requests;
        this.sending = sending;
        this.orders = orders;
        this.clock = clock;
    }

    void people() throws InterruptedException {
        for (String key : requests.open()) {
            asking.look(key);
        }
    }

    void vendors() throws InterruptedException {
        for (DispatchRows.Row row : orders.due(clock.instant())) {
            sending.climb(row.orderKey());
        }
    }
}
