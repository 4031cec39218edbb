package tw.xuhang.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Step.Dispatch.Answer;
import tw.xuhang.runbook.Step.Dispatch.Finish;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.Post;

/** What an order means for the step that placed it. Pure. */
public final class OrderOutcome {

    private OrderOutcome() {}

    /** How the step ends as the order stands; empty while it waits. */
    public static Optional<Outcome> of(DispatchOrder order) {
        Map<String, String> facts = Map.of("order", order.key());
        return switch (order.stage()) {
            case BLANK, NOT_SENT -> Optional.empty();
            case SENT -> order.placed().filter(p -> p.finish() == Finish.SENT).map(p -> new Outcome.Succeeded(facts));
            case ACKNOWLEDGED, ON_SITE, FIXED -> Optional.of(new Outcome.Succeeded(facts));
            case DECLINED ->
                Optional.of(new Outcome.Failed(
                        "vendor declined order " + order.key() + ": "
                                + order.answers().declinedFor().orElse(""),
                        facts));
            case CLOSED ->
                Optional.of(new Outcome.NotNeeded(
                        order.closed().map(DispatchEntry.Closed::reason).orElse(""), facts));
        };
    }

    /**
     * What the run is told when this fact is recorded. Told too often is harmless: a post for a step that
     * has ended changes nothing.
     *
     * @param order with the fact in it
     */
    public static List<Post> posts(DispatchOrder order, DispatchEntry fact) {
        return order.placed().filter(placed -> !placed.run().isEmpty()).stream()
                .filter(placed -> changes(fact))
                .flatMap(placed -> Stream.concat(answered(placed, order).stream(), reported(placed, order).stream()))
                .toList();
    }

    private static Optional<Post> reported(DispatchEntry.Placed placed, DispatchOrder order) {
        var attempt = new AttemptId(placed.attemptStream(), placed.attempt());
        return of(order).map(outcome -> new Post.Reported(placed.step(), attempt, outcome));
    }

    /** Told first, so that what follows the step already knows how far the vendor has come. */
    private static Optional<Post> answered(DispatchEntry.Placed placed, DispatchOrder order) {
        Optional<Answer> answer = switch (order.stage()) {
            case BLANK, NOT_SENT, SENT -> Optional.empty();
            case ACKNOWLEDGED -> Optional.of(Answer.ACKNOWLEDGED);
            case ON_SITE -> Optional.of(Answer.ON_SITE);
            case FIXED -> Optional.of(Answer.FIXED);
            case DECLINED -> Optional.of(Answer.DECLINED);
            case CLOSED -> Optional.of(Answer.CLOSED);
        };
        return answer.map(said -> new Post.Answered(placed.step(), said));
    }

    private static boolean changes(DispatchEntry fact) {
        return switch (fact) {
            case DispatchEntry.Placed _,
                    DispatchEntry.Awaited _,
                    DispatchEntry.Sending _,
                    DispatchEntry.SendFailed _,
                    DispatchEntry.CallTaskOpened _,
                    DispatchEntry.Reported _ -> false;
            case DispatchEntry.Sent _,
                    DispatchEntry.Acknowledged _,
                    DispatchEntry.Declined _,
                    DispatchEntry.EtaGiven _,
                    DispatchEntry.Arrived _,
                    DispatchEntry.Fixed _,
                    DispatchEntry.Closed _ -> true;
        };
    }
}
