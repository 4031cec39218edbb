package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.run.RunEntry;

/**
 * One thing that becomes of a step, in the order in which it does: what an attempt comes to, or what a person
 * decides when asked.
 *
 * @param after since the attempt started, or since the person was asked; empty: as long as is usual
 * @param says why it failed or was left out
 * @param facts what the attempt found out, or what was filled in
 */
public record Cue(Place place, Optional<Duration> after, What what, String says, Map<String, String> facts) {

    public Cue {
        facts = Map.copyOf(facts);
    }

    /** What it is. */
    public sealed interface What {

        record Comes(Result result) implements What {}

        /** What a probe sees; whether that is a success is the runbook's to say. */
        record Sees(boolean reachable) implements What {}

        record Decides(RunEntry.Decision decision) implements What {}
    }

    /** How an attempt ends. */
    public enum Result {
        /** Of a consent: consented to and declared. */
        DONE,
        /** Of a consent: refused. */
        FAILED,
        /** Its reason is gone. */
        NOT_NEEDED,
        /** The person leaves the task out. */
        SKIPPED,
        /** Nobody can tell what became of it. */
        LOST,
        /** It does not end by itself, only by its timeout where it has one. A work order: it cannot leave. */
        HANGS
    }

    boolean hangs() {
        return what.equals(new What.Comes(Result.HANGS));
    }

    boolean decides() {
        return what instanceof What.Decides;
    }
}
