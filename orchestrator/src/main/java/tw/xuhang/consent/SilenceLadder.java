package tw.xuhang.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.xuhang.directory.Deputy;

/**
 * What is due when somebody who must act stays silent (C3): the letter at once, a reminder, the deputies
 * with an authorisation on file, and at last the telephone. No rung decides anything. Pure.
 */
public final class SilenceLadder {

    /** A spoken decision is to be confirmed in person within this time; afterwards it is flagged (C5). */
    public static final Duration RATIFY_WITHIN = Duration.ofHours(24);

    /** A letter that has not been reported as sent after this time is written again. */
    static final Duration LETTER_LOST = Duration.ofMinutes(1);

    /** A letter that the mail server did not take is brought to it again so often: it may be back by then. */
    static final Duration LETTER_MISSED = Duration.ofMinutes(2);

    private SilenceLadder() {}

    /** Who could act: those whose duty it is, and their deputies in the order to ask them. */
    public record Available(List<String> holders, List<Deputy> deputies) {
        public Available {
            holders = List.copyOf(holders);
            deputies = List.copyOf(deputies);
        }
    }

    /** A rung and the moment from which it is to be taken. */
    public record Due(Instant at, Duty duty, Rung rung) {}

    /** What to do. */
    public sealed interface Rung {
        /** @param document of the deputy's authorisation, else empty */
        record Ask(String person, String document) implements Rung {}

        record Remind(List<String> people) implements Rung {}

        record Call() implements Rung {}

        /** Flags an unconfirmed decision. It stays valid. */
        record FlagOverdue() implements Rung {}
    }

    /** Everything still ahead of the request as it stands, soonest first, overdue rungs included. */
    public static List<Due> ahead(ConsentRequest request, Available available) {
        var all = new ArrayList<Due>();
        request.phase().duty().ifPresent(duty -> rungs(request, duty, available, all));
        ratification(request, all);
        all.sort(Comparator.comparing(Due::at));
        return List.copyOf(all);
    }

    /** What is to be done by {@code now}; each rung comes once, because taking it is recorded. */
    public static List<Due> next(ConsentRequest request, Available available, Instant now) {
        return ahead(request, available).stream()
                .filter(due -> !due.at().isAfter(now))
                .toList();
    }

    private static void rungs(ConsentRequest request, Duty duty, Available available, List<Due> into) {
        Silence silence = request.silence(duty);
        Optional<ConsentEntry.Opened> opened = request.opened();
        if (silence.since().isEmpty() || opened.isEmpty()) {
            return;
        }
        Instant since = silence.since().get();
        ConsentEntry.Patience patience = opened.get().patience();
        for (String holder : available.holders()) {
            ask(silence, since, duty, new Rung.Ask(holder, ""), into);
        }
        if (!silence.reminded() && !available.holders().isEmpty()) {
            into.add(new Due(since.plus(patience.remind()), duty, new Rung.Remind(available.holders())));
        }
        deputies(silence, since, patience, duty, available, into);
        if (!silence.called()) {
            into.add(new Due(callAt(silence, since, patience, available), duty, new Rung.Call()));
        }
    }

    /** Several deputies are asked one after the other, evenly until the call. */
    private static void deputies(
            Silence silence,
            Instant since,
            ConsentEntry.Patience patience,
            Duty duty,
            Available available,
            List<Due> into) {
        int count = available.deputies().size();
        Duration span = patience.call().minus(patience.deputy());
        for (int i = 0; i < count; i++) {
            Deputy deputy = available.deputies().get(i);
            Instant at = since.plus(patience.deputy())
                    .plus(
                            span.isNegative()
                                    ? Duration.ZERO
                                    : span.multipliedBy(i).dividedBy(count));
            ask(silence, at, duty, new Rung.Ask(deputy.account(), deputy.document()), into);
        }
    }

    /** Once; and again after a while where the letter did not leave, or nobody knows whether it did. */
    private static void ask(Silence silence, Instant first, Duty duty, Rung.Ask ask, List<Due> into) {
        if (!silence.asked().containsKey(ask.person())) {
            into.add(new Due(first, duty, ask));
        } else {
            silence.inDoubt(ask.person()).ifPresent(at -> into.add(new Due(at.plus(LETTER_LOST), duty, ask)));
            silence.missedAt(ask.person()).ifPresent(at -> into.add(new Due(at.plus(LETTER_MISSED), duty, ask)));
        }
    }

    /** Without a deputy on file the ladder is one rung shorter; without a letter that left, it is the call at once. */
    private static Instant callAt(Silence silence, Instant since, ConsentEntry.Patience patience, Available available) {
        if (silence.nobodyTold()
                || (available.holders().isEmpty() && available.deputies().isEmpty())) {
            return since;
        }
        return since.plus(available.deputies().isEmpty() ? patience.deputy() : patience.call());
    }

    private static void ratification(ConsentRequest request, List<Due> into) {
        var decision = request.decision().filter(ConsentRequest.Decision::awaitsRatification);
        if (decision.isEmpty()) {
            return;
        }
        String speaker = decision.get().by();
        Instant since = decision.get().at();
        Silence silence = request.silence(Duty.RATIFY);
        ask(silence, since, Duty.RATIFY, new Rung.Ask(speaker, decision.get().document()), into);
        if (!silence.reminded()) {
            into.add(new Due(since.plus(RATIFY_WITHIN.dividedBy(2)), Duty.RATIFY, new Rung.Remind(List.of(speaker))));
        }
        if (!decision.get().overdue()) {
            into.add(new Due(since.plus(RATIFY_WITHIN), Duty.RATIFY, new Rung.FlagOverdue()));
        }
    }
}
