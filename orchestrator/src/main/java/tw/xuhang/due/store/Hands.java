package tw.xuhang.due.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tw.xuhang.due.Thing;

/** What this node is looking at just now, and what was said of it meanwhile. Thread-safe. */
final class Hands {

    private final Map<Thing, Optional<Instant>> held = new ConcurrentHashMap<>();

    void take(Thing thing) {
        held.put(thing, Optional.empty());
    }

    /** @return whether the thing is in hand, and whoever lets go of it will know */
    boolean tell(Thing thing, Instant at) {
        return held.computeIfPresent(thing, (_, said) -> earliest(said, Optional.of(at))) != null;
    }

    /** @return what was said since it was taken */
    Optional<Instant> release(Thing thing) {
        return Optional.ofNullable(held.remove(thing)).flatMap(said -> said);
    }

    static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(earlier(one.get(), other.get()))
                : one.or(() -> other);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
