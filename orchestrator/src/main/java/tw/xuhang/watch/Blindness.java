package tw.xuhang.watch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.runbook.port.Prober;

/**
 * What the watch cannot see. An eye that is shut confirms nothing and clears nothing, so somebody has to know: each
 * change is in the log once, and the number of shut eyes is a figure to be watched.
 */
public final class Blindness {

    private static final Logger LOG = LoggerFactory.getLogger(Blindness.class);

    private final Set<String> blind = ConcurrentHashMap.newKeySet();

    /**
     * @param what a line or a service, by a name for people
     * @return whether this look could not be made
     */
    boolean is(String what, Prober.Look look) {
        if (look.blind() && blind.add(what)) {
            LOG.warn("{}: cannot be looked at, so nothing is known about it: {}", what, look.detail());
        } else if (!look.blind() && blind.remove(what)) {
            LOG.info("{}: can be looked at again", what);
        }
        return look.blind();
    }

    /** How many lines and services cannot be looked at now. */
    public int count() {
        return blind.size();
    }
}
