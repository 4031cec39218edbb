package tw.xuhang.due;

import java.time.Instant;
import java.util.Optional;

/** Does what is due on a thing now, which may be nothing. May be called early, late, and by two nodes at once. */
@FunctionalInterface
public interface Look {

    /**
     * Throwing means: again in a moment.
     *
     * @return when time alone means something for it next; empty when it does not, or when that is said by itself
     */
    Optional<Instant> at(String key) throws InterruptedException;
}
