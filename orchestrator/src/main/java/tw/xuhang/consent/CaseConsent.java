package tw.xuhang.consent;

import java.util.List;
import tw.xuhang.runbook.Step.Consent.Act;

/** How a case stands with continuity operations, all its requests together. */
public final class CaseConsent {

    private final Consents consents;
    private final OpenRequests requests;

    public CaseConsent(Consents consents, OpenRequests requests) {
        this.consents = consents;
        this.requests = requests;
    }

    /** Where a case is between the limit and the standing down. */
    public enum State {
        /** Nothing was declared, and nothing is open that could lead to it. */
        NOT_DECLARED,
        /** A request waits for somebody, or for a service's limit. */
        ASKED,
        /** Declared, and not stood down. */
        DECLARED,
        STOOD_DOWN
    }

    public State state(String incident) {
        State state = State.NOT_DECLARED;
        boolean asked = false;
        for (ConsentRequest request : all(incident)) {
            if (request.phase() == Phase.DECLARED) {
                state = request.act() == Act.DECLARE ? State.DECLARED : State.STOOD_DOWN;
            }
            asked |= request.act() == Act.DECLARE && !request.phase().isClosed();
        }
        return asked && state != State.DECLARED ? State.ASKED : state;
    }

    /** For the demonstration's figures: {@code granted}, {@code refused}, {@code open} or {@code not-needed}. */
    public String word(String incident) {
        List<String> words = all(incident).stream()
                .filter(request -> request.act() == Act.DECLARE)
                .map(RequestOutcome::word)
                .toList();
        for (String word : List.of("granted", "refused", "open")) {
            if (words.contains(word)) {
                return word;
            }
        }
        return "not-needed";
    }

    /** Every request of the case, oldest first. */
    public List<ConsentRequest> all(String incident) {
        return requests.of(incident).stream().map(consents::get).toList();
    }
}
