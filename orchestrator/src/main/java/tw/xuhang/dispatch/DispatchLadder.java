package tw.xuhang.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.xuhang.dispatch.Letters.Fate;
import tw.xuhang.dispatch.Letters.Letter;

/**
 * What is due while nobody at the vendor has taken the order (D2): the letter at once, again at half the
 * time allowed, then the next contact each time it has passed, at last the telephone. A letter that did
 * not leave is tried again, longer and longer apart, and the telephone comes sooner; an address that is
 * refused is passed over. Pure.
 */
public final class DispatchLadder {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** A letter whose fate is unknown this long was lost with a process; it is sent again under its own name. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(1);

    private DispatchLadder() {}

    /** A rung and the moment from which it is to be taken. */
    public record Due(Instant at, Rung rung) {}

    /** What to do. */
    public sealed interface Rung {
        /** @param contact position in the vendor's list, from 0 */
        record Send(int contact) implements Rung {}

        record Call() implements Rung {}
    }

    /** The next rung as the order stands; it may be overdue. Empty when there is none. */
    public static Optional<Due> next(DispatchOrder order) {
        if (order.placed().isEmpty() || order.placedAt().isEmpty()) {
            return Optional.empty();
        }
        return ahead(order, order.placed().get(), order.placedAt().get()).stream()
                .min(Comparator.comparing(Due::at));
    }

    private static List<Due> ahead(DispatchOrder order, DispatchEntry.Placed placed, Instant since) {
        if (order.stage() == DispatchOrder.Stage.DECLINED && !order.called()) {
            return List.of(new Due(order.answers().declinedAt().orElse(since), new Rung.Call()));
        }
        if (!order.awaitsAcknowledgement()) {
            return List.of();
        }
        var all = new ArrayList<Due>();
        Duration allowed = placed.acknowledgeWithin();
        int contacts = placed.contacts();
        for (int contact = 0; contact < contacts; contact++) {
            first(order, contact, since.plus(allowed.multipliedBy(contact))).ifPresent(all::add);
        }
        resend(order, since.plus(allowed.dividedBy(2))).ifPresent(all::add);
        again(order).ifPresent(all::add);
        if (!order.called()) {
            all.add(new Due(callAt(order, since, allowed, contacts), new Rung.Call()));
        }
        return all;
    }

    /** The first letter to a contact; at once when those before it can receive none. */
    private static Optional<Due> first(DispatchOrder order, int contact, Instant usual) {
        if (!order.letters().to(contact).isEmpty()) {
            return Optional.empty();
        }
        boolean othersRefused = contact > 0;
        for (int before = 0; before < contact; before++) {
            othersRefused &= refused(order, before);
        }
        Instant at = othersRefused ? order.letters().last().map(Letter::at).orElse(usual) : usual;
        return Optional.of(new Due(at.isBefore(usual) ? at : usual, new Rung.Send(contact)));
    }

    /** Once, to the first contact, and only if no other letter was sent since. */
    private static Optional<Due> resend(DispatchOrder order, Instant at) {
        boolean once = order.letters().all().size() == 1
                && order.letters().last().filter(l -> l.fate() == Fate.SENT).isPresent();
        return once ? Optional.of(new Due(at, new Rung.Send(0))) : Optional.empty();
    }

    private static Optional<Due> again(DispatchOrder order) {
        Optional<Letter> last = order.letters().last();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Letter letter = last.get();
        return switch (letter.fate()) {
            case SENT, REFUSED -> Optional.empty();
            case UNKNOWN -> Optional.of(new Due(letter.at().plus(LOST_AFTER), new Rung.Send(letter.contact())));
            case DEFERRED ->
                Optional.of(new Due(
                        letter.at().plus(pause(order.letters().failuresInARow())), new Rung.Send(letter.contact())));
        };
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(10, Math.max(0, failures - 1)));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Where no letter has left the telephone is next, long before the last contact's time is up. */
    private static Instant callAt(DispatchOrder order, Instant since, Duration allowed, int contacts) {
        if (contacts == 0 || everyAddressRefused(order, contacts)) {
            return since;
        }
        return order.letters().anySent()
                ? since.plus(allowed.multipliedBy(contacts))
                : since.plus(allowed.dividedBy(2));
    }

    private static boolean everyAddressRefused(DispatchOrder order, int contacts) {
        for (int contact = 0; contact < contacts; contact++) {
            if (!refused(order, contact)) {
                return false;
            }
        }
        return true;
    }

    private static boolean refused(DispatchOrder order, int contact) {
        List<Letter> letters = order.letters().to(contact);
        return !letters.isEmpty() && letters.getLast().fate() == Fate.REFUSED;
    }
}
