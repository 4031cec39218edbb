package tw.xuhang.runbook.rehearsal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is to be done when; of two things at the same moment the one that was put down first. */
final class Agenda {

    private record Item(Instant at, long number, Runnable what) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparingLong(Item::number));
    private long count;

    void add(Instant at, Runnable what) {
        items.add(new Item(at, count++, what));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(items.peek()).map(Item::at);
    }

    void doNext() {
        items.remove().what().run();
    }
}
