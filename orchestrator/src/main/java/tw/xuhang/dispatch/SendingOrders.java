package tw.xuhang.dispatch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.port.PostOffice;

/**
 * Climbs the ladder of an order and posts its letters. That a letter is about to leave is committed
 * before it does; a crash in between sends it again under the same Message-ID (D1).
 */
public final class SendingOrders {

    private static final int MANY = 50;

    private final Dispatches dispatches;
    private final Supplier<Directory> directory;
    private final LinkMaker links;
    private final PostOffice postOffice;

    public SendingOrders(Dispatches dispatches, Supplier<Directory> directory, LinkMaker links, PostOffice postOffice) {
        this.dispatches = dispatches;
        this.directory = directory;
        this.links = links;
        this.postOffice = postOffice;
    }

    /** Does everything that is due on the order now, and returns it as it then stands. */
    public DispatchOrder climb(String key) throws InterruptedException {
        for (int i = 0; i < MANY && climbOne(key); i++) {}
        return dispatches.get(key);
    }

    private boolean climbOne(String key) throws InterruptedException {
        DispatchOrder order = dispatches.get(key);
        Directory office = directory.get();
        var placed = order.placed();
        Optional<Vendor> vendor = placed.flatMap(p -> office.vendor(p.vendor()));
        if (placed.isEmpty() || vendor.isEmpty()) {
            return false;
        }
        var letters = new OrderLetter(office);
        var made = new AtomicReference<LinkMaker.Made>();
        Optional<DispatchEntry> taken = dispatches.climb(key, contact -> {
            var name =
                    vendor.get().contacts().get(position(vendor.get(), contact)).name();
            made.set(links.make(key, name.zh()));
            return new DispatchEntry.Sending(
                    contact, letters.messageId(placed.get()), made.get().hash());
        });
        if (taken.isPresent() && taken.get() instanceof DispatchEntry.Sending sending) {
            PostOffice.Letter letter = letters.compose(
                    placed.get(),
                    vendor.get(),
                    position(vendor.get(), sending.contact()),
                    order.placedAt().orElseThrow(),
                    made.get().address());
            record(key, sending.contact(), postOffice.post(letter));
        }
        return taken.isPresent();
    }

    /** The directory may have lost a contact since the order was placed; the last one it has stands in. */
    private static int position(Vendor vendor, int contact) {
        return Math.min(contact, vendor.contacts().size() - 1);
    }

    private void record(String key, int contact, PostOffice.Posted posted) {
        switch (posted) {
            case PostOffice.Posted.Accepted accepted -> dispatches.sent(key, contact, Words.line(accepted.reply()));
            case PostOffice.Posted.Deferred deferred ->
                dispatches.notSent(key, contact, false, Words.line(deferred.why()));
            case PostOffice.Posted.Refused refused -> dispatches.notSent(key, contact, true, Words.line(refused.why()));
            // Sent again later under the same Message-ID: two letters of one name are one letter.
            case PostOffice.Posted.Unclear unclear ->
                dispatches.notSent(key, contact, false, Words.line(unclear.why()));
        }
    }
}
