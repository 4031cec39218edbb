package tw.xuhang.runbook.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/**
 * Where one step stands.
 *
 * @param attempts started so far
 * @param attemptSeq place of the newest start entry, 0 when none
 * @param since when it came into this status
 * @param startedAt start of the newest attempt
 * @param retryAt when it is tried again
 * @param settled a person decided that its failure stands
 * @param doubts how often an attempt was lost
 */
public record StepState(
        StepStatus status,
        int attempts,
        long attemptSeq,
        Instant since,
        Optional<Instant> startedAt,
        Optional<Waiting> waiting,
        Optional<Outcome> outcome,
        Optional<Instant> retryAt,
        boolean settled,
        int doubts,
        String note) {

    private static final String BRANCH = "branch";

    static final StepState BLANK = new StepState(
            StepStatus.NOT_STARTED,
            0,
            0,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            0,
            "");

    StepState started(int number, long seq, Instant at) {
        return new StepState(
                StepStatus.RUNNING,
                number,
                seq,
                at,
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                doubts,
                "");
    }

    StepState parked(Waiting what, Instant at) {
        StepStatus next = status == StepStatus.FAILED ? StepStatus.ASKING : StepStatus.PARKED;
        return new StepState(
                next,
                attempts,
                attemptSeq,
                at,
                startedAt,
                Optional.of(what),
                outcome,
                Optional.empty(),
                false,
                doubts,
                note);
    }

    StepState ended(Outcome result, Instant at) {
        StepStatus next = switch (result) {
            case Outcome.Succeeded ignored -> StepStatus.SUCCEEDED;
            case Outcome.NotNeeded ignored -> StepStatus.NOT_NEEDED;
            case Outcome.Failed ignored -> StepStatus.FAILED;
        };
        return in(next, at, Optional.of(result), "");
    }

    /** @param branch empty: none applied */
    StepState chosen(String branch, Map<String, String> saw, Instant at) {
        if (branch.isEmpty()) {
            return ended(new Outcome.NotNeeded("no branch applies", saw), at);
        }
        var facts = new HashMap<>(saw);
        facts.put(BRANCH, branch);
        return ended(new Outcome.Succeeded(facts), at);
    }

    /** The branch that a choice took. */
    public Optional<String> branch() {
        return outcome.map(Outcome::facts).map(facts -> facts.get(BRANCH));
    }

    StepState doubted(String why, Instant at) {
        return new StepState(
                StepStatus.DOUBTFUL,
                attempts,
                attemptSeq,
                at,
                startedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                doubts + 1,
                why);
    }

    StepState retryPlanned(Instant when, Instant at) {
        return new StepState(
                StepStatus.RETRY_PLANNED,
                attempts,
                attemptSeq,
                at,
                startedAt,
                Optional.empty(),
                outcome,
                Optional.of(when),
                false,
                doubts,
                note);
    }

    StepState decided(RunEntry.Decision decision, String why, Instant at) {
        return switch (decision) {
            case RETRY -> retryPlanned(at, at);
            case SKIP -> in(StepStatus.SKIPPED, at, outcome, why);
            case FINISHED_BY_HAND -> in(StepStatus.SUCCEEDED, at, Optional.of(Outcome.succeeded()), why);
            case LET_FAIL ->
                new StepState(
                        StepStatus.FAILED,
                        attempts,
                        attemptSeq,
                        at,
                        startedAt,
                        Optional.empty(),
                        outcome,
                        Optional.empty(),
                        true,
                        doubts,
                        why);
        };
    }

    private StepState in(StepStatus next, Instant at, Optional<Outcome> result, String why) {
        return new StepState(
                next,
                attempts,
                attemptSeq,
                at,
                startedAt,
                Optional.empty(),
                result,
                Optional.empty(),
                false,
                doubts,
                why);
    }
}
