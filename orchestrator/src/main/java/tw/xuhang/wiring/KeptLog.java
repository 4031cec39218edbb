package tw.xuhang.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.execution.Crew;
import tw.xuhang.execution.store.StepLog;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.step.LogBook;

/**
 * Writes step logs to their table, cut to what it holds. Never throws: a line that cannot be stored must not end the
 * following of what it tells of. Lines wait, bounded, while the database is away; where some could not be kept, one
 * line in their place says how many.
 */
final class KeptLog implements LogBook {

    /** Lines that wait at most: 16 million characters. */
    static final int MOST = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(KeptLog.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int LINE = 8_000;
    private static final int NAME = 200;

    private final StepLog log;
    private final InstantSource clock;
    private final Crew crew;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<String, Gap> gaps = new HashMap<>();
    private boolean draining;

    KeptLog(StepLog log, InstantSource clock, Crew crew) {
        this.log = log;
        this.clock = clock;
        this.crew = crew;
    }

    /** @param saysLoss it is no line of the log, but says how many were lost */
    private record Waiting(Attempt attempt, Playbooks.Event event, Instant at, boolean saysLoss) {
        /** Stands in the place of a line that was lost, so it is in nobody's way. */
        Waiting saying(int lines) {
            String text = "有 %d 行未能留存 (%d lines could not be kept)".formatted(lines, lines);
            return new Waiting(attempt, new Playbooks.Event(event.counter(), "info", "", "", text), at, true);
        }
    }

    /** Lines of one attempt that were lost; the last of them gives its place. */
    private record Gap(Waiting last, int lines) {}

    private enum Came {
        KEPT,
        /** The database does not answer, or somebody was in the way. */
        LATER,
        /** This line can never be stored. */
        REFUSED
    }

    @Override
    public void write(Attempt attempt, Playbooks.Event event) {
        var line = new Waiting(attempt, event, clock.instant(), false);
        // Stored at once where nothing is amiss: then the log is whole before the outcome is written.
        Came came = isDraining() ? Came.LATER : store(line);
        switch (came) {
            case KEPT -> {}
            case LATER -> keepForLater(line);
            case REFUSED -> {
                missed(line);
                drainLater();
            }
        }
    }

    private synchronized boolean isDraining() {
        return draining;
    }

    private synchronized void keepForLater(Waiting line) {
        if (waiting.size() < MOST) {
            waiting.add(line);
        } else {
            missed(line);
        }
        drainLater();
    }

    private synchronized void missed(Waiting line) {
        gaps.merge(line.attempt().id().ident(), new Gap(line, 1), (old, one) -> new Gap(line, old.lines() + 1));
    }

    private synchronized void drainLater() {
        if (!draining) {
            draining = true;
            crew.later(AGAIN, this::drain);
        }
    }

    private void drain() {
        for (Waiting line = next(); line != null; line = next()) {
            switch (store(line)) {
                case KEPT -> stored();
                case REFUSED -> {
                    stored();
                    if (!line.saysLoss()) {
                        missed(line);
                    }
                }
                case LATER -> {
                    crew.later(AGAIN, this::drain);
                    return;
                }
            }
        }
    }

    /** The oldest line that waits; when none does, what is to be said of those that were lost. */
    private synchronized @Nullable Waiting next() {
        if (waiting.isEmpty()) {
            List.copyOf(gaps.values()).forEach(gap -> {
                LOG.warn(
                        "attempt {}: {} log lines were lost",
                        gap.last().attempt().id(),
                        gap.lines());
                waiting.add(gap.last().saying(gap.lines()));
            });
            gaps.clear();
        }
        draining = !waiting.isEmpty();
        return waiting.peek();
    }

    private synchronized void stored() {
        waiting.remove();
    }

    private Came store(Waiting line) {
        Playbooks.Event event = line.event();
        try {
            log.write(
                    line.attempt().run(),
                    line.attempt().id().seq(),
                    event.counter(),
                    line.attempt().step().name(),
                    event.level(),
                    cut(event.host(), NAME),
                    cut(event.task(), NAME),
                    cut(event.text(), LINE),
                    line.at());
            return Came.KEPT;
        } catch (RuntimeException e) {
            // The boundary between a step and its log: whatever the framework makes of an error, the step goes on.
            LOG.warn(
                    "a log line of attempt {} is not stored: {}", line.attempt().id(), String.valueOf(e.getMessage()));
            return Trouble.passes(e) ? Came.LATER : Came.REFUSED;
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
