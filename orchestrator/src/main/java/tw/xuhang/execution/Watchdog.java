package tw.xuhang.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves at each look that every run is worked on, waits for something by name, or has ended (R4), and names
 * those of which it does not hold. What is so at one look only, e.g. between two turns, is no finding.
 */
public final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Engine engine;
    private Set<Finding> seen = Set.of();
    private volatile List<Finding> findings = List.of();

    public Watchdog(Engine engine) {
        this.engine = engine;
    }

    /** Why a run does not go on. */
    public enum Why {
        /** It has not ended, and no engine holds it. */
        NOBODY_WORKS_ON_IT,
        /** It is held, and nothing of it is under way or waits. */
        STANDS_STILL,
        /** It is held, and its turns fail: a bug, or a row that the database refuses. */
        FAILS
    }

    public record Finding(String run, Why why) {}

    /** @return what was so at the last look and still is; each is logged as an error at every look */
    public synchronized List<Finding> look() {
        var now = new HashSet<Finding>();
        engine.unheld().forEach(run -> now.add(new Finding(run, Why.NOBODY_WORKS_ON_IT)));
        engine.standingStill().forEach(run -> now.add(new Finding(run, Why.STANDS_STILL)));
        engine.failing().forEach(run -> now.add(new Finding(run, Why.FAILS)));
        var lasting = new ArrayList<>(now);
        lasting.retainAll(seen);
        seen = now;
        findings = List.copyOf(lasting);
        findings.forEach(found -> LOG.error("run {} does not go on: {} (R4)", found.run(), found.why()));
        return findings;
    }

    /** As of the last look. */
    public List<Finding> findings() {
        return findings;
    }
}
