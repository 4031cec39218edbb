package tw.xuhang.intake;

import static java.util.Objects.requireNonNull;

import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;

/** Stores first, then hands the signal to the triage desk, then says that it is stored (I1). */
public final class StoredInbox implements Inbox {

    private final Signals signals;
    private final TriageDesk desk;

    public StoredInbox(Signals signals, TriageDesk desk) {
        this.signals = requireNonNull(signals, "signals is null");
        this.desk = requireNonNull(desk, "desk is null");
    }

    @Override
    public Receipt accept(Signal signal, Original original) {
        Signals.Claim claim = desk.claim();
        return switch (signals.keep(signal, original, claim)) {
            case Signals.Kept.New(long id) -> {
                desk.hand(new Received(id, signal), claim);
                yield new Receipt.Accepted(Long.toString(id), false);
            }
            case Signals.Kept.Known(long id) -> new Receipt.Accepted(Long.toString(id), true);
            case Signals.Kept.Away(var retryAfter) -> new Receipt.Unavailable(retryAfter);
        };
    }
}
