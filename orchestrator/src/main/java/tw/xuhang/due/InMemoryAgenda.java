package tw.xuhang.due;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fake beside the port: kept in memory, and nothing is looked at but by {@link #tick}. */
public final class InMemoryAgenda implements Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryAgenda.class);

    private final InstantSource clock;
    private final Map<String, Instant> said = new TreeMap<>();
    private final Map<String, Thing> things = new TreeMap<>();
    private Map<String, Look> looks = Map.of();

    public InMemoryAgenda(InstantSource clock) {
        this.clock = clock;
    }

    /** @param newLooks by the kind of thing; things of other kinds wait */
    public void open(Map<String, Look> newLooks) {
        looks = Map.copyOf(newLooks);
    }

    @Override
    public synchronized void by(Thing thing, Instant at) {
        String name = thing.kind() + " " + thing.key();
        things.put(name, thing);
        said.merge(name, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Looks once at everything that is due now, in the order in which it was due. */
    public void tick() throws InterruptedException {
        for (Thing thing : takeDue()) {
            Instant begun = clock.instant();
            try {
                looks.getOrDefault(thing.kind(), _ -> Optional.of(begun))
                        .at(thing.key())
                        .ifPresent(next -> by(thing, next));
            } catch (RuntimeException e) {
                LOG.warn("the look at {} failed, the next tick looks again", thing, e);
                by(thing, begun);
            }
        }
    }

    private synchronized List<Thing> takeDue() {
        List<String> due = said.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(clock.instant()))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(said::remove);
        return due.stream().map(things::get).toList();
    }
}
