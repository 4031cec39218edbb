package tw.xuhang.outage;

import java.util.Set;

/**
 * Which streams are worth reading: the history of everything that ever failed grows, what runs now does not. To name
 * too many costs time, to name too few loses an outage.
 */
public interface OutageIndex {

    /** All of them: right, and slow where there is much history. */
    OutageIndex ALL = new OutageIndex() {
        @Override
        public Set<String> running(Set<String> among) {
            return among;
        }

        @Override
        public Set<String> of(String incident, Set<String> among) {
            return among;
        }
    };

    /** Those with an outage that is not over. */
    Set<String> running(Set<String> among);

    /** Those with an outage, over or not, that belongs to the case. */
    Set<String> of(String incident, Set<String> among);
}
