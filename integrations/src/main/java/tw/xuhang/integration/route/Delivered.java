package tw.xuhang.integration.route;

import java.time.Duration;
import java.util.List;
import tw.xuhang.integration.inbound.Reading;
import tw.xuhang.signal.Receipt;

/** What became of a whole delivery, which may carry several signals. */
public sealed interface Delivered {

    /** Every signal is stored; none when the delivery carried nothing. */
    record Stored(List<Receipt.Accepted> receipts) implements Delivered {
        public Stored {
            receipts = List.copyOf(receipts);
        }
    }

    /** Nothing is stored, and sending it again will not help. */
    record Rejected(Reading.Rejected why) implements Delivered {}

    /** Not all of it is stored: send it again as it is, what is stored will be recognised. */
    record Unavailable(Duration retryAfter) implements Delivered {}
}
