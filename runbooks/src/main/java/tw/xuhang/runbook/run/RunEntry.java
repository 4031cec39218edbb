package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/** One fact about a run. The facts of a run, in order, are the run: its state is nothing but their sum. */
public sealed interface RunEntry {

    /** Always the first. The run keeps this version of the runbook to its end (R5). */
    record Began(
            String runbook, String version, String incident, Mode mode, Map<String, String> parameters, String reason)
            implements RunEntry {
        public Began {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Committed before the effect (R1). Its own place in the journal is the attempt's id (R3). */
    record StepStarted(String step, int number) implements RunEntry {}

    /** The step waits, for one thing and by name (R4). */
    record StepParked(String step, Waiting waiting) implements RunEntry {}

    record StepEnded(String step, Outcome outcome) implements RunEntry {}

    /** Started, but nobody can tell what became of it (R3). */
    record StepDoubted(String step, String why) implements RunEntry {}

    record RetryPlanned(String step, Instant at) implements RunEntry {}

    /** A person decided about a step that failed, is in doubt or waits. */
    record Decided(String step, Decision decision, String by, String note) implements RunEntry {}

    /**
     * Which way a choice went.
     *
     * @param branch empty: none of them applied, and the run goes on after them
     * @param saw what the conditions that were asked saw, by name
     * @param spared the other branches and everything inside them: not needed
     */
    record Chosen(String step, String branch, Map<String, String> saw, List<String> spared) implements RunEntry {
        public Chosen {
            saw = Collections.unmodifiableMap(new TreeMap<>(saw));
            spared = List.copyOf(spared);
        }
    }

    /**
     * One branch of a parallel step was enough. Told again where a step of another branch was under way and would
     * now wait.
     *
     * @param spared what the other branches have not begun, or waited with: not needed
     */
    record Joined(String step, String branch, List<String> spared) implements RunEntry {
        public Joined {
            spared = List.copyOf(spared);
        }
    }

    /** What some steps need has happened. */
    record NeedMet(Need need) implements RunEntry {}

    /** What some steps need will not happen: they are not needed any more, and nobody waits for them (R4). */
    record NeedLost(Need need, String why) implements RunEntry {}

    /** How far a vendor has come with an order. Written down only where the runbook asks about it. */
    record Answered(String step, Step.Dispatch.Answer answer) implements RunEntry {}

    /** From here no step starts until {@link Resumed}, or until the run is aborted. */
    record Paused(String by, String reason) implements RunEntry {}

    record Resumed(String by) implements RunEntry {}

    /** Ends a pause too: what is called off has nothing left to wait for. */
    record AbortAsked(String by, String reason) implements RunEntry {}

    /** Always the last. */
    record Ended(RunEnding ending, String note) implements RunEntry {}

    /** What a person can decide about a step that cannot go on by itself. */
    enum Decision {
        RETRY,
        SKIP,
        FINISHED_BY_HAND,
        LET_FAIL
    }
}
