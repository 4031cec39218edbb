package tw.xuhang.runbook.run;

import java.util.Optional;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Step.Dispatch.Answer;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.port.Outcome;

/** What vendors' answers mean for the steps that wait for them. */
final class Vendors {

    private Vendors() {}

    /** Whether some step of the runbook waits for, or asks about, how far this order has come. */
    static boolean areAskedFor(Runbook runbook, String dispatch) {
        String name = "steps." + Vocabulary.written(dispatch) + ".answer";
        return runbook.everyStep().stream().anyMatch(step -> switch (step) {
            case Step.Wait wait
            when wait.until() instanceof Step.Wait.Until.VendorSays says ->
                says.step().equals(dispatch) || asks(wait.frame().when(), name);
            case Step.Branch branch -> asks(branch.when(), name);
            default -> asks(step.frame().when(), name);
        });
    }

    private static boolean asks(Optional<String> when, String name) {
        return when.filter(text -> text.contains(name)).isPresent();
    }

    /** How the wait ends as things stand; empty while the vendor has not come so far. */
    static Optional<Outcome> heard(Step.Wait.Until.VendorSays until, RunState state) {
        Optional<Answer> answer = Optional.ofNullable(state.answers().get(until.step()));
        return answer.isPresent() ? answer.flatMap(said -> heard(until.answer(), said)) : unplaced(until, state);
    }

    private static Optional<Outcome> heard(Answer wanted, Answer said) {
        return switch (said) {
            case FIXED -> Optional.of(Outcome.succeeded());
            case ACKNOWLEDGED, ON_SITE ->
                wanted == Answer.ACKNOWLEDGED ? Optional.of(Outcome.succeeded()) : Optional.empty();
            case DECLINED -> Optional.of(Outcome.failed("the vendor declined"));
            case CLOSED -> Optional.of(Outcome.notNeeded("the order is closed"));
        };
    }

    /** Nobody answers an order that was never placed. */
    private static Optional<Outcome> unplaced(Step.Wait.Until.VendorSays until, RunState state) {
        return switch (state.step(until.step()).status()) {
            case FAILED -> Optional.of(Outcome.failed("the order of " + until.step() + " failed"));
            case SKIPPED, NOT_NEEDED -> Optional.of(Outcome.notNeeded("no order was placed by " + until.step()));
            case SUCCEEDED ->
                state.step(until.step())
                        .outcome()
                        .filter(Outcome::wasPretended)
                        .map(_ -> Outcome.pretended(until.step()));
            case NOT_STARTED, RUNNING, PARKED, RETRY_PLANNED, ASKING, DOUBTFUL -> Optional.empty();
        };
    }
}
