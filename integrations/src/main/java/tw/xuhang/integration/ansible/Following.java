package tw.xuhang.integration.ansible;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.InDoubt;
import tw.xuhang.runbook.port.Playbooks.Order;

/** Follows one attempt by its files until nobody works on it, then gives the outcome. */
final class Following {

    private static final long LOOK_MILLIS = 50;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

    /** The launcher keeps the limits; this is for one that was killed or stopped. */
    private static final Duration LAUNCHER_IS_LATE = Duration.ofSeconds(15);

    private final Order order;
    private final Recovery recovery;
    private final Ending ending;
    private final LogLines lines;
    private final LongSupplier ticker;
    private final JobEvents events;
    private final Verdict verdict;
    private long moved;
    private long probed;

    Following(Order order, Recovery recovery, Ending ending, LogLines lines, LongSupplier ticker) {
        this.order = order;
        this.recovery = recovery;
        this.ending = ending;
        this.lines = lines;
        this.ticker = ticker;
        this.events = new JobEvents(recovery.claim().events());
        this.verdict = new Verdict(recovery.scrub());
    }

    /** @throws InDoubt it ended, and nobody can tell how */
    Outcome follow(Optional<Process> launcher) throws InterruptedException {
        long began = ticker.getAsLong();
        moved = began;
        probed = began - BETWEEN_PROBES.toNanos();
        while (!over(launcher)) {
            events.poll(this::take);
            endWhatTheLauncherDoesNot(began);
            pause(launcher);
        }
        events.drain(this::take);
        return switch (recovery.conclude(verdict)) {
            case Inquiry.Finished finished -> finished.outcome();
            case Inquiry.Unknown unknown -> throw new InDoubt(unknown.why());
            case Inquiry.NeverStarted never -> Outcome.failed("the launcher died before it started anything");
            default -> throw new IllegalStateException("concluded while it runs");
        };
    }

    private void take(RunnerEvent event) {
        moved = ticker.getAsLong();
        verdict.add(event);
        lines.add(event);
    }

    /** Asked before the last events are read, so that none is missed. */
    private boolean over(Optional<Process> launcher) throws InterruptedException {
        if (recovery.claim().ended().isPresent()) {
            return true;
        }
        if (launcher.map(Process::isAlive).orElse(false) || ticker.getAsLong() - probed < BETWEEN_PROBES.toNanos()) {
            return false;
        }
        probed = ticker.getAsLong();
        return !recovery.beats();
    }

    private void endWhatTheLauncherDoesNot(long began) throws InterruptedException {
        long now = ticker.getAsLong();
        if (now - began > order.total().plus(LAUNCHER_IS_LATE).toNanos()) {
            ending.end("total");
        } else if (now - moved > order.idle().plus(LAUNCHER_IS_LATE).toNanos()) {
            ending.end("idle");
        }
    }

    /** Wakes at once when the launcher ends. */
    private static void pause(Optional<Process> launcher) throws InterruptedException {
        if (launcher.isPresent() && launcher.get().isAlive()) {
            launcher.get().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
