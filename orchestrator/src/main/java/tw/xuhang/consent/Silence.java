package tw.xuhang.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the ladder of one duty has been climbed.
 *
 * @param since when the duty began; empty before
 * @param asked people who were asked, deputies included, and when last
 * @param told those of them whose letter the mail server took
 * @param missed those of them whose letter did not leave
 */
public record Silence(
        Optional<Instant> since,
        Map<String, Instant> asked,
        Set<String> told,
        Set<String> missed,
        boolean reminded,
        boolean called) {

    static final Silence NONE = new Silence(Optional.empty(), Map.of(), Set.of(), Set.of(), false, false);

    public Silence {
        asked = Map.copyOf(asked);
        told = Set.copyOf(told);
        missed = Set.copyOf(missed);
    }

    /** Nobody could be reached by letter: waiting for an answer makes no sense. */
    boolean nobodyTold() {
        return !asked.isEmpty() && missed.containsAll(asked.keySet());
    }

    /** When the person was asked by a letter of which nobody knows whether it left, e.g. after a crash. */
    Optional<Instant> inDoubt(String person) {
        return told.contains(person) || missed.contains(person)
                ? Optional.empty()
                : Optional.ofNullable(asked.get(person));
    }

    /** When the person was last asked by a letter that did not leave. */
    Optional<Instant> missedAt(String person) {
        return missed.contains(person) ? Optional.ofNullable(asked.get(person)) : Optional.empty();
    }

    Silence beginning(Instant at) {
        return new Silence(Optional.of(at), Map.of(), Set.of(), Set.of(), false, false);
    }

    /** By a letter of which nothing is known yet, whatever became of an earlier one. */
    Silence asking(String person, Instant at) {
        var all = new HashMap<>(asked);
        all.put(person, at);
        return new Silence(since, all, told, without(missed, person), reminded, called);
    }

    Silence telling(String person) {
        return new Silence(since, asked, with(told, person), without(missed, person), reminded, called);
    }

    /** A reminder that does not leave takes nothing away from the letter that did. */
    Silence missing(String person) {
        return told.contains(person) ? this : new Silence(since, asked, told, with(missed, person), reminded, called);
    }

    Silence reminding() {
        return new Silence(since, asked, told, missed, true, called);
    }

    Silence calling() {
        return new Silence(since, asked, told, missed, reminded, true);
    }

    private static Set<String> without(Set<String> people, String person) {
        var rest = new HashSet<>(people);
        rest.remove(person);
        return rest;
    }

    private static Set<String> with(Set<String> people, String person) {
        var all = new HashSet<>(people);
        all.add(person);
        return all;
    }
}
