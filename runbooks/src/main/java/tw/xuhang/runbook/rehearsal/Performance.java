package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.util.List;

/**
 * What a rehearsal came to.
 *
 * @param seen everything that the steps did, in order
 * @param outcome in the words of {@link Rehearsal.Outcome}
 * @param at since the run began: its end, or the last thing that happened
 * @param waiting steps that were still open, with what they wait for
 * @param idle places of what the rehearsal says happens and never did
 */
public record Performance(List<Seen> seen, String outcome, Duration at, List<String> waiting, List<Place> idle) {

    public Performance {
        seen = List.copyOf(seen);
        waiting = List.copyOf(waiting);
        idle = List.copyOf(idle);
    }
}
