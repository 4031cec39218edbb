package tw.xuhang.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tw.xuhang.evidence.Book;

/**
 * The sum of an order's facts.
 *
 * @param letters how the letters went so far
 * @param answers what the vendor said so far
 * @param called a call task is open, or was
 */
public record DispatchOrder(
        Optional<DispatchEntry.Placed> placed,
        Optional<Instant> placedAt,
        Letters letters,
        Answers answers,
        boolean called,
        Optional<DispatchEntry.Closed> closed) {

    public static final DispatchOrder BLANK =
            new DispatchOrder(Optional.empty(), Optional.empty(), Letters.NONE, Answers.NONE, false, Optional.empty());

    /** Where the order stands, the furthest that was reached. */
    public enum Stage {
        BLANK,
        /** No letter has left yet. */
        NOT_SENT,
        SENT,
        DECLINED,
        ACKNOWLEDGED,
        ON_SITE,
        FIXED,
        CLOSED
    }

    public Stage stage() {
        if (placed.isEmpty()) {
            return Stage.BLANK;
        }
        if (closed.isPresent()) {
            return Stage.CLOSED;
        }
        return answers.stage().orElse(letters.anySent() ? Stage.SENT : Stage.NOT_SENT);
    }

    /** The vendor can still say something on it. */
    public boolean isOpen() {
        return switch (stage()) {
            case NOT_SENT, SENT, ACKNOWLEDGED, ON_SITE -> true;
            case BLANK, DECLINED, FIXED, CLOSED -> false;
        };
    }

    /** Nobody at the vendor has taken it, and it is still wanted. */
    public boolean awaitsAcknowledgement() {
        return stage() == Stage.NOT_SENT || stage() == Stage.SENT;
    }

    public String key() {
        return placed.map(DispatchEntry.Placed::key).orElse("");
    }

    public String incident() {
        return placed.map(DispatchEntry.Placed::incident).orElse("");
    }

    static DispatchOrder fold(DispatchOrder order, Book.Fact<DispatchEntry> fact) {
        return order.after(fact.what(), fact.at());
    }

    /** The state after one more fact, which was recorded at {@code at}. */
    public DispatchOrder after(DispatchEntry fact, Instant at) {
        return switch (fact) {
            case DispatchEntry.Placed entry ->
                new DispatchOrder(Optional.of(entry), Optional.of(at), letters, answers, called, closed);
            case DispatchEntry.Awaited entry ->
                new DispatchOrder(placed.map(p -> p.awaitedBy(entry)), placedAt, letters, answers, called, closed);
            case DispatchEntry.Sending entry -> mailed(l -> l.sending(entry, at));
            case DispatchEntry.Sent entry -> mailed(l -> l.sent(entry.contact(), at));
            case DispatchEntry.SendFailed entry -> mailed(l -> l.failed(entry, at));
            case DispatchEntry.CallTaskOpened _ -> new DispatchOrder(placed, placedAt, letters, answers, true, closed);
            case DispatchEntry.Acknowledged _ -> answered(a -> a.acknowledged(at));
            case DispatchEntry.Declined entry -> answered(a -> a.declined(entry.reason(), at));
            case DispatchEntry.EtaGiven entry -> answered(a -> a.promising(entry.eta(), at));
            case DispatchEntry.Arrived _ -> answered(a -> a.arrived(at));
            case DispatchEntry.Reported entry -> answered(a -> a.reporting(entry));
            case DispatchEntry.Fixed _ -> answered(a -> a.fixed(at));
            case DispatchEntry.Closed entry ->
                new DispatchOrder(placed, placedAt, letters, answers, called, Optional.of(entry));
        };
    }

    private DispatchOrder mailed(UnaryOperator<Letters> change) {
        return new DispatchOrder(placed, placedAt, change.apply(letters), answers, called, closed);
    }

    private DispatchOrder answered(UnaryOperator<Answers> change) {
        return new DispatchOrder(placed, placedAt, letters, change.apply(answers), called, closed);
    }
}
