package tw.xuhang.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .flatMap(placed -> of(order)
                        .<Post>map(outcome -> new Post.Reported(
                                placed.step(), new AttemptId(placed.attemptStream(), placed.attempt()), outcome))
                        .stream())
                .toList();
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
