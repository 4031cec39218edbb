package tw.xuhang.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;

/** One fact about one request. Who did it and when stands on the journal's entry. */
public sealed interface ConsentEntry {

    /**
     * Always the first.
     *
     * @param run empty where no run waits for it
     * @param step name of the step that waits
     * @param attempt seq of that step's start, with {@code run} its attempt id
     * @param atLimit nothing is prepared before a service reaches its limit
     * @param effects what begins when it is declared, for people
     */
    record Opened(
            String key,
            Act act,
            String incident,
            String run,
            String step,
            String attemptStream,
            long attempt,
            Mode mode,
            boolean atLimit,
            Patience patience,
            List<Text> effects)
            implements ConsentEntry {
        public Opened {
            effects = List.copyOf(effects);
        }
    }

    /** How long silence may last until the reminder, the deputy, the call task. */
    record Patience(Duration remind, Duration deputy, Duration call) {}

    /** Ready for the leader, on these facts; they are version 1. */
    record Prepared(Basis basis) implements ConsentEntry {}

    /** The facts changed: what was seen before counts for no decision any more (C2). */
    record Restated(Basis basis, int version) implements ConsentEntry {}

    /** @param document number of the authorisation where a deputy does it, else empty */
    record Requested(String by, String document, Ground ground, String note, int version) implements ConsentEntry {}

    /**
     * Somebody was asked to do what is theirs.
     *
     * @param document number of the authorisation under which a deputy is asked, else empty
     * @param linkHash of the link in the letter; the link itself is nowhere kept
     */
    record Asked(Duty duty, String person, String document, String linkHash) implements ConsentEntry {}

    /** The mail server took the letter that asks. */
    record Told(Duty duty, String person) implements ConsentEntry {}

    record Reminded(Duty duty, List<String> people) implements ConsentEntry {
        public Reminded {
            people = List.copyOf(people);
        }
    }

    /** The letter did not leave: the operator sees it, and the telephone is next. */
    record NotTold(Duty duty, String person, String why) implements ConsentEntry {}

    /** Somebody has to take the telephone now. */
    record CallTaskOpened(Duty duty) implements ConsentEntry {}

    /** @param call how it was said, where it was said by telephone */
    record Granted(String by, String document, int version, Optional<PhoneCall> call, String note)
            implements ConsentEntry {}

    record Refused(String by, String document, int version, Optional<PhoneCall> call, String reason)
            implements ConsentEntry {}

    /** The one who spoke confirms it in person. */
    record Ratified(String by) implements ConsentEntry {}

    /** Not confirmed in time: it stays valid and goes to audit (C5). */
    record RatificationOverdue(Instant due) implements ConsentEntry {}

    record Declared(String by, String document, Ground ground, String words) implements ConsentEntry {}

    /** Nobody needs to decide any more. */
    record Withdrawn(Reason reason) implements ConsentEntry {

        /** Why it is needed no more. */
        public enum Reason {
            ALL_SERVICES_BACK,
            NO_SERVICE_AWAY,
            NEVER_DECLARED,
            RUN_ENDED
        }
    }
}
