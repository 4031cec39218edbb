package tw.xuhang.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CISO's page, made for a phone: what is asked, on which facts, what each answer does.
 *
 * @param action where the form posts to
 * @param version of the facts shown; a decision on another version is refused (C2)
 * @param decided what was decided, by whom and when; empty while it is open
 * @param trouble why the last attempt did not count, empty where there was none
 * @param withFactor whether a code is asked for
 */
public record ConsentView(
        String action,
        String incident,
        Mode mode,
        State state,
        String headline,
        String sentence,
        List<OutageClock> outages,
        List<Fact> facts,
        List<String> effects,
        List<String> otherwise,
        String requestedBy,
        Instant requestedAt,
        int version,
        String phone,
        String decided,
        @Nullable Instant decidedAt,
        String trouble,
        String typedReason,
        boolean withFactor,
        List<Event> history) {

    public ConsentView {
        outages = List.copyOf(outages);
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
        otherwise = List.copyOf(otherwise);
        history = List.copyOf(history);
    }

    /** What the page can still do. */
    public enum State {
        OPEN,
        /** Nobody has asked for it yet. */
        NOT_YET,
        /** Spoken on the telephone; this person confirms it now. */
        RATIFY,
        GRANTED,
        REFUSED,
        /** Withdrawn, or the service came back: nobody needs to decide. */
        OVER
    }
}
