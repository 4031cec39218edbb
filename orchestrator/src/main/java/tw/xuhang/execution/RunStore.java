package tw.xuhang.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;

/** Where runs are kept. Every method is one short transaction (R2b). */
public interface RunStore {

    /**
     * Makes this node the run's owner under the next epoch, and reads it.
     *
     * @return empty when there is no such run, it has ended, or another living node works on it
     */
    Optional<Held> take(String run);

    /** Facts of a run that this node holds, after a write whose fate is unknown. */
    List<Recorded> read(String run);

    /** Appends facts with all that belongs to them, or nothing. */
    Written write(Writing writing);

    /** What others have told the run, oldest first. Stays until a write consumes it. */
    List<Mailed> mailbox(String run);

    void post(String run, Post post);

    /** Resources that other runs hold at this moment (R6). */
    Set<String> heldByOthers(String run);

    /** Runs of this node that have mail or wait for what is free: the net under the in-process path. */
    List<String> nudged();

    /** Runs that have not ended and that this node should own: its own, and those of nodes that are gone. */
    List<String> orphans(Instant now);

    /** A fact with its place and time. */
    record Recorded(RunEntry entry, long seq, Instant at) {}

    /** One post with its number in the mailbox. */
    record Mailed(long id, Post post) {}

    /**
     * A run that this node owns under an epoch.
     *
     * @param elsewhere up to this entry another node worked on it: what was started by then was begun in another home
     */
    record Held(String run, String incident, long epoch, List<Recorded> entries, long elsewhere) {
        public Held {
            entries = List.copyOf(entries);
        }

        /** One that only this node has worked on. */
        public Held(String run, String incident, long epoch, List<Recorded> entries) {
            this(run, incident, epoch, entries, 0);
        }

        public long head() {
            return entries.size();
        }
    }

    /**
     * One append with what changes by it, in one transaction.
     *
     * @param head seq of the last fact known
     * @param at time of the facts
     * @param consumed posts that these facts answer or that changed nothing
     * @param claims resources to take; the write fails whole when one is taken
     * @param releases resources to give back
     * @param awaits resources that the run waits for after this write
     */
    record Writing(
            String run,
            String incident,
            long epoch,
            long head,
            List<RunEntry> entries,
            Instant at,
            List<Long> consumed,
            Set<String> claims,
            Set<String> releases,
            Set<String> awaits,
            boolean awaitsChanged) {
        public Writing {
            entries = List.copyOf(entries);
            consumed = List.copyOf(consumed);
            claims = Set.copyOf(claims);
            releases = Set.copyOf(releases);
            awaits = Set.copyOf(awaits);
        }
    }

    /** What became of a write. */
    sealed interface Written {

        /** @param woken runs that wait for a resource which came free by it */
        record Done(Set<String> woken) implements Written {
            public Done {
                woken = Set.copyOf(woken);
            }
        }

        /** Another node owns the run now: stop working on it. */
        record Fenced() implements Written {}

        /** Another run holds this resource: plan again without it. */
        record Taken(String resource) implements Written {}
    }

    /** The store does not answer; whether the last write took place is unknown. */
    final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Away(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
