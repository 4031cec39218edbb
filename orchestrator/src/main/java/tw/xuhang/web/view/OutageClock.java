package tw.xuhang.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something has been away, against its limits (K1: line and service have a clock each).
 *
 * @param since start of the interruption, not of anybody's awareness
 * @param until end of it, null while it lasts
 * @param marks limits that count from {@code since}, e.g. RTO, limit of P-25, MTPD
 */
public record OutageClock(
        String name,
        String note,
        boolean core,
        Instant since,
        @Nullable Instant until,
        List<Mark> marks) {

    public OutageClock {
        marks = marks.stream().sorted(Comparator.comparing(Mark::limit)).toList();
    }

    /** A limit on the clock. */
    public record Mark(String name, Duration limit) {}

    public boolean running() {
        return until == null;
    }

    public Duration elapsed(Instant now) {
        Instant end = until == null ? now : until;
        Duration span = Duration.between(since, end);
        return span.isNegative() ? Duration.ZERO : span;
    }

    public boolean passed(Mark mark, Instant now) {
        return elapsed(now).compareTo(mark.limit()) >= 0;
    }

    /** Where the limit lies on a bar of 1000; the bar ends a tenth after the last limit, or at the clock's hand. */
    public long place(Duration span, Instant now) {
        Duration end = end(now);
        return end.isZero() ? 0 : Math.min(1000, span.toMillis() * 1000 / end.toMillis());
    }

    public Duration end(Instant now) {
        Duration last = marks.isEmpty() ? Duration.ofHours(1) : marks.getLast().limit();
        Duration withRoom = last.plus(last.dividedBy(10));
        return withRoom.compareTo(elapsed(now)) >= 0 ? withRoom : elapsed(now);
    }

    public Status status(Instant now) {
        if (!running()) {
            return Status.DONE;
        }
        boolean late = marks.stream().anyMatch(mark -> passed(mark, now));
        return late ? Status.FAILED : Status.WAITING;
    }
}
