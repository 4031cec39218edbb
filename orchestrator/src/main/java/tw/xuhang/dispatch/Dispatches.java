package tw.xuhang.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.dispatch.DispatchLadder.Rung;
import tw.xuhang.dispatch.DispatchOrder.Stage;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.Book.Decided;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;

/** Every act on an order. The same answer twice is one answer. Thread-safe. */
public final class Dispatches {

    public static final String KIND = "dispatch";

    private final Book<DispatchEntry, DispatchOrder> book;
    private final InstantSource clock;

    public Dispatches(Journal journal, EntryCodec<DispatchEntry> codec, InstantSource clock) {
        this.book = new Book<>(journal, KIND, codec, DispatchOrder.BLANK, DispatchOrder::fold);
        this.clock = clock;
    }

    /** The order as it stands; blank for a key that was never placed. */
    public DispatchOrder get(String key) {
        return book.open(key).state();
    }

    /**
     * Places an order. Placing it again changes nothing at the vendor (D1); a later attempt at the step is
     * noted, so that it and not the earlier one is told of the answer.
     */
    public DispatchOrder place(DispatchEntry.Placed placed) {
        return system(
                placed.key(),
                placed.incident(),
                order -> order.placed()
                        .map(before -> before.attempt() == placed.attempt()
                                ? List.<DispatchEntry>of()
                                : List.<DispatchEntry>of(
                                        new DispatchEntry.Awaited(placed.attemptStream(), placed.attempt())))
                        .orElse(List.of(placed)));
    }

    public Answer acknowledge(String key, Answerer by) {
        return answer(
                key,
                by,
                order -> order.answers().acknowledgedAt(),
                order -> List.of(new DispatchEntry.Acknowledged(by)));
    }

    public Answer decline(String key, Answerer by, String reason) {
        if (reason.isBlank()) {
            return new Answer.Declined(new Refusal.ReasonMissing(key));
        }
        return answer(
                key,
                by,
                order -> order.answers().declinedAt(),
                order -> List.of(new DispatchEntry.Declined(by, reason)));
    }

    /** A new time replaces the one promised before; the same one again changes nothing. */
    public Answer eta(String key, Answerer by, Instant eta) {
        if (eta.isBefore(clock.instant())) {
            return new Answer.Declined(new Refusal.EtaPassed(key, eta));
        }
        return answer(
                key,
                by,
                order -> order.answers().eta().filter(eta::equals),
                order -> List.of(new DispatchEntry.EtaGiven(by, eta)));
    }

    public Answer arrived(String key, Answerer by) {
        return answer(key, by, order -> order.answers().arrivedAt(), order -> List.of(new DispatchEntry.Arrived(by)));
    }

    /** May also come after the repair: papers take longer than cables. A better report replaces the older one. */
    public Answer report(String key, Answerer by, String point, String section, String scope, String whyNot) {
        var report = new DispatchEntry.Reported(by, point, section, scope, whyNot);
        boolean complete = !whyNot.isBlank() || (!point.isBlank() && !section.isBlank() && !scope.isBlank());
        return book.decide(key, get(key).incident(), actor(key, by), order -> {
            if (order.stage() == Stage.BLANK) {
                return declined(new Refusal.Unknown(key));
            }
            if (order.stage() == Stage.DECLINED || order.stage() == Stage.CLOSED) {
                return declined(new Refusal.NotOpen(key, order.stage()));
            }
            if (!complete) {
                return declined(new Refusal.ReportIncomplete(key));
            }
            if (order.answers().report().equals(Optional.of(report))) {
                return declined(new Refusal.SaidAlready(key, clock.instant()));
            }
            return recorded(order, List.of(report));
        });
    }

    public Answer fixed(String key, Answerer by, String cause) {
        return answer(
                key, by, order -> order.answers().fixedAt(), order -> List.of(new DispatchEntry.Fixed(by, cause)));
    }

    /** The office takes the order back, e.g. after a false alarm. */
    public Answer close(String key, String by, String reason) {
        if (reason.isBlank()) {
            return new Answer.Declined(new Refusal.ReasonMissing(key));
        }
        return book.decide(key, get(key).incident(), Actor.person(by), order -> switch (order.stage()) {
            case BLANK -> declined(new Refusal.Unknown(key));
            case CLOSED, FIXED -> declined(new Refusal.NotOpen(key, order.stage()));
            case NOT_SENT, SENT, ACKNOWLEDGED, ON_SITE, DECLINED ->
                recorded(order, List.of(new DispatchEntry.Closed(reason)));
        });
    }

    /** What is due next on the order, e.g. for the page that shows what will happen when (K3). */
    public Optional<DispatchLadder.Due> next(String key) {
        return DispatchLadder.next(get(key));
    }

    /**
     * Takes the rung that is due now, if there is one: of two nodes one takes it.
     *
     * @param sending makes the fact of a letter to this contact
     * @return what was recorded
     */
    Optional<DispatchEntry> climb(String key, Function<Integer, DispatchEntry.Sending> sending) {
        Instant now = clock.instant();
        return book.decide(
                key,
                get(key).incident(),
                Actor.SYSTEM,
                order -> DispatchLadder.next(order)
                        .filter(due -> !due.at().isAfter(now))
                        .map(due -> switch (due.rung()) {
                            case Rung.Send send -> sending.apply(send.contact());
                            case Rung.Call _ -> new DispatchEntry.CallTaskOpened();
                        })
                        .map(fact ->
                                new Decided<DispatchEntry, Optional<DispatchEntry>>(List.of(fact), Optional.of(fact)))
                        .orElseGet(() -> Decided.refused(Optional.empty())));
    }

    DispatchOrder sent(String key, int contact, String reply) {
        return system(key, get(key).incident(), order -> List.of(new DispatchEntry.Sent(contact, reply)));
    }

    DispatchOrder notSent(String key, int contact, boolean forGood, String why) {
        return system(key, get(key).incident(), order -> List.of(new DispatchEntry.SendFailed(contact, forGood, why)));
    }

    private Answer answer(
            String key,
            Answerer by,
            Function<DispatchOrder, Optional<Instant>> said,
            Function<DispatchOrder, List<DispatchEntry>> facts) {
        return book.decide(key, get(key).incident(), actor(key, by), order -> {
            if (order.stage() == Stage.BLANK) {
                return declined(new Refusal.Unknown(key));
            }
            Optional<Instant> before = said.apply(order);
            if (before.isPresent()) {
                return declined(new Refusal.SaidAlready(key, before.get()));
            }
            return order.isOpen()
                    ? recorded(order, facts.apply(order))
                    : declined(new Refusal.NotOpen(key, order.stage()));
        });
    }

    private static Actor actor(String key, Answerer by) {
        return by.recorder().isEmpty() ? Actor.vendor(key) : Actor.person(by.recorder());
    }

    private static Decided<DispatchEntry, Answer> declined(Refusal why) {
        return Decided.refused(new Answer.Declined(why));
    }

    private Decided<DispatchEntry, Answer> recorded(DispatchOrder order, List<DispatchEntry> facts) {
        return new Decided<>(facts, new Answer.Recorded(after(order, facts)));
    }

    private DispatchOrder system(String key, String incident, Function<DispatchOrder, List<DispatchEntry>> decision) {
        return book.decide(key, incident, Actor.SYSTEM, order -> {
            List<DispatchEntry> facts = decision.apply(order);
            return new Decided<>(facts, after(order, facts));
        });
    }

    private DispatchOrder after(DispatchOrder order, List<DispatchEntry> facts) {
        DispatchOrder result = order;
        for (DispatchEntry fact : facts) {
            result = result.after(fact, clock.instant());
        }
        return result;
    }
}
