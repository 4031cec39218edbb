package tw.xuhang.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the letters of an order went: one line for each time one was about to leave.
 */
public record Letters(List<Letter> all) {

    static final Letters NONE = new Letters(List.of());

    public Letters {
        all = List.copyOf(all);
    }

    /** What is known of one letter. */
    public enum Fate {
        /** It was about to leave; whether it did is not known (the same Message-ID makes a repetition harmless). */
        UNKNOWN,
        SENT,
        /** Not now. */
        DEFERRED,
        /** Never to this address. */
        REFUSED
    }

    /** @param at when its fate was last known */
    public record Letter(int contact, String messageId, String linkHash, Fate fate, Instant at, String word) {}

    boolean anySent() {
        return all.stream().anyMatch(letter -> letter.fate() == Fate.SENT);
    }

    Optional<Letter> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    List<Letter> to(int contact) {
        return all.stream().filter(letter -> letter.contact() == contact).toList();
    }

    /** Letters in a row, from the last back, that did not leave. */
    int failuresInARow() {
        int count = 0;
        for (int i = all.size() - 1; i >= 0 && all.get(i).fate() != Fate.SENT; i--) {
            count++;
        }
        return count;
    }

    Letters sending(DispatchEntry.Sending entry, Instant at) {
        var more = new ArrayList<>(all);
        more.add(new Letter(entry.contact(), entry.messageId(), entry.linkHash(), Fate.UNKNOWN, at, ""));
        return new Letters(more);
    }

    Letters sent(int contact, Instant at) {
        return lastOf(contact, Fate.SENT, at, "");
    }

    Letters failed(DispatchEntry.SendFailed entry, Instant at) {
        return lastOf(entry.contact(), entry.forGood() ? Fate.REFUSED : Fate.DEFERRED, at, entry.why());
    }

    private Letters lastOf(int contact, Fate fate, Instant at, String word) {
        var more = new ArrayList<>(all);
        for (int i = more.size() - 1; i >= 0; i--) {
            Letter letter = more.get(i);
            if (letter.contact() == contact) {
                more.set(i, new Letter(contact, letter.messageId(), letter.linkHash(), fate, at, word));
                break;
            }
        }
        return new Letters(more);
    }
}
