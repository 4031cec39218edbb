package tw.xuhang.consent;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far the ladder of one duty has been climbed.
 *
 * @param since when the duty began; empty before
 * @param asked people who were asked, deputies included
 * @param missed those of them whose letter did not leave
 */
public record Silence(
        Optional<Instant> since, Set<String> asked, Set<String> missed, boolean reminded, boolean called) {

    static final Silence NONE = new Silence(Optional.empty(), Set.of(), Set.of(), false, false);

    public Silence {
        asked = Set.copyOf(asked);
        missed = Set.copyOf(missed);
    }

    /** Nobody could be reached by letter: waiting for an answer makes no sense. */
    boolean nobodyTold() {
        return !asked.isEmpty() && missed.containsAll(asked);
    }

    Silence beginning(Instant at) {
        return new Silence(Optional.of(at), Set.of(), Set.of(), false, false);
    }

    Silence asking(ConsentEntry.Asked entry) {
        return new Silence(since, with(asked, entry.person()), missed, reminded, called);
    }

    Silence missing(String person) {
        return new Silence(since, asked, with(missed, person), reminded, called);
    }

    Silence reminding() {
        return new Silence(since, asked, missed, true, called);
    }

    Silence calling() {
        return new Silence(since, asked, missed, reminded, true);
    }

    private static Set<String> with(Set<String> people, String person) {
        var all = new HashSet<>(people);
        all.add(person);
        return all;
    }
}
