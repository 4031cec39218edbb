package tw.xuhang.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Signal;

/** The stored signals. A signal without a disposition is held by one node at a time, for a while. */
public interface Signals {

    /** Who looks after a signal until when. */
    record Claim(String node, Instant until) {}

    /** What became of storing one. */
    sealed interface Kept {
        /** Stored now, under the claim. */
        record New(long id) implements Kept {}

        /** It had been stored before; its counter is one higher. */
        record Known(long id) implements Kept {}

        /** Not known to be stored. */
        record Away(Duration retryAfter) implements Kept {}
    }

    /** Stores the signal unless one of the same source and key is there (I2). */
    Kept keep(Signal signal, Original original, Claim claim);

    /** Takes over signals without a disposition whose claim has ended, oldest first. */
    List<Received> adopt(Claim claim, Instant now, int most);

    /** Whether the claim still stood, or could be had again; it is prolonged then. */
    boolean renew(long id, Claim claim, Instant now);

    /** Ends the claims of a node that is known to be dead: this one's predecessor. */
    void release(String node, Instant now);

    Optional<SignalReport> find(long id);
}
