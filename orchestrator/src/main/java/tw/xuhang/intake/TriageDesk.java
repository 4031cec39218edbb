package tw.xuhang.intake;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.JournalUnavailable;

/**
 * Has every stored signal disposed of, one after the other in the order of arrival. What is handed over
 * inside the process is worked on at once; what a crash or an outage left behind is found by a sweep when
 * its claim has ended.
 */
public final class TriageDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TriageDesk.class);
    private static final int MOST_IN_HAND = 10_000;
    private static final int MOST_ADOPTED = 500;
    private static final int ENOUGH_FAILURES = 5;

    private final Signals signals;
    private final Triage triage;
    private final Dispositions dispositions;
    private final InstantSource clock;
    private final Settings settings;
    private final BlockingQueue<InHand> queue = new LinkedBlockingQueue<>(MOST_IN_HAND);
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> failures = new HashMap<>();
    private volatile boolean closed;
    private @Nullable Thread thread;

    /**
     * @param node name of this service among those that work on the same database
     * @param claim how long a signal is left to the node that took it
     * @param sweep time between two looks for what was left behind
     */
    public record Settings(String node, Duration claim, Duration sweep) {}

    public TriageDesk(
            Signals signals, Triage triage, Dispositions dispositions, InstantSource clock, Settings settings) {
        this.signals = requireNonNull(signals, "signals is null");
        this.triage = requireNonNull(triage, "triage is null");
        this.dispositions = requireNonNull(dispositions, "dispositions is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** @param until end of the claim under which it was taken */
    private record InHand(Received received, Instant until) {}

    Signals.Claim claim() {
        return new Signals.Claim(settings.node(), clock.instant().plus(settings.claim()));
    }

    /** Takes a stored signal; when the desk is full, the sweep will find it. */
    void hand(Received received, Signals.Claim claim) {
        if (inHand.add(received.id()) && !queue.offer(new InHand(received, claim.until()))) {
            inHand.remove(received.id());
        }
    }

    /** Works on a thread of its own from now on. The predecessor of this node is dead, so its claims end. */
    public synchronized void start() {
        thread = Thread.ofVirtual().name("triage").start(this::run);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        boolean released = false;
        boolean more = true;
        long lastSweep = System.nanoTime();
        while (!closed) {
            try {
                boolean due = System.nanoTime() - lastSweep >= settings.sweep().toNanos();
                if (due || (more && queue.isEmpty())) {
                    lastSweep = System.nanoTime();
                    more = false;
                    released = released || releasePredecessor();
                    more = sweep();
                }
                InHand next = queue.poll(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    dispose(next);
                }
            } catch (InterruptedException _) {
                return;
            } catch (JournalUnavailable e) {
                LOG.warn(
                        "the database does not answer ({}); signals that wait are disposed of when it does",
                        e.getMessage());
            } catch (RuntimeException e) {
                // A fault in one look must not close the desk for good: no signal would be judged any more.
                LOG.error("a look for signals left behind failed; the next one is in {}", settings.sweep(), e);
            }
        }
    }

    private boolean releasePredecessor() {
        signals.release(settings.node(), clock.instant());
        return true;
    }

    /** Takes over what nobody looks after; tells whether there may be more of it. */
    boolean sweep() {
        Signals.Claim claim = claim();
        List<Received> adopted = signals.adopt(claim, clock.instant(), MOST_ADOPTED);
        adopted.forEach(left -> hand(left, claim));
        return adopted.size() == MOST_ADOPTED;
    }

    /** Disposes of everything in hand. */
    void workAll() {
        for (InHand next = queue.poll(); next != null; next = queue.poll()) {
            dispose(next);
        }
    }

    private void dispose(InHand next) {
        Received received = next.received();
        try {
            if (stillOurs(next)) {
                dispositions.record(received, judged(received));
                failures.remove(received.id());
            }
        } catch (JournalUnavailable e) {
            // Not the signal's fault: the sweep brings it back when its claim has ended.
            throw e;
        } catch (RuntimeException e) {
            // A signal that triage cannot take must not keep the others waiting.
            int failed = failures.merge(received.id(), 1, Integer::sum);
            LOG.error("triage of signal {} failed {} time(s); it is tried again", received.id(), failed, e);
        } finally {
            inHand.remove(received.id());
        }
    }

    /** A signal that waited long may have been taken over by another node. */
    private boolean stillOurs(InHand next) {
        Instant now = clock.instant();
        boolean fresh = now.plus(settings.claim().dividedBy(2)).isBefore(next.until());
        return fresh || signals.renew(next.received().id(), claim(), now);
    }

    private Disposition judged(Received received) {
        int failed = failures.getOrDefault(received.id(), 0);
        if (failed >= ENOUGH_FAILURES) {
            return new Disposition.Held(new Reason("triage.failed", Map.of("times", Integer.toString(failed))));
        }
        return triage.dispose(received);
    }
}
