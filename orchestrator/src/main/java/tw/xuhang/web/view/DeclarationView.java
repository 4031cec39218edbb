package tw.xuhang.web.view;

import java.util.List;

/**
 * The team leader's page: make the request that was prepared, declare after consent, stand down.
 *
 * @param act what can be done now
 * @param grounds choices of the ground that a declaration records (P-25, P-14)
 */
public record DeclarationView(
        String incident,
        String key,
        Mode mode,
        Badge state,
        Act act,
        int version,
        String sentence,
        List<OutageClock> outages,
        List<Fact> facts,
        List<String> effects,
        List<Choice> grounds,
        String trouble,
        List<Event> history) {

    public DeclarationView {
        outages = List.copyOf(outages);
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
        grounds = List.copyOf(grounds);
        history = List.copyOf(history);
    }

    /** The next act of the leader. */
    public enum Act {
        /** Make the prepared request. */
        REQUEST,
        /** The CISO has not decided. */
        WAIT,
        DECLARE,
        STAND_DOWN,
        /** Ask anew: nothing is open, and the case is. */
        ASK,
        NONE
    }

    /** A choice of a form. */
    public record Choice(String value, String label) {}
}
