package tw.xuhang.publication;

import java.time.Instant;
import java.util.List;
import tw.xuhang.runbook.language.Finding;

/** Why an act on a version was not taken. Values, so that page, terminal and API can each say it in their way. */
public sealed interface Refusal {

    /** There is no such version of this runbook. */
    record Unknown(String runbook, String version) implements Refusal {}

    /** This account is not in the directory. */
    record NotOnFile(String person) implements Refusal {}

    /** Neither the role nor an authorisation on file covers it. */
    record NoAuthority(String person, Duty duty) implements Refusal {}

    /** This person submitted it, or reviewed it: two acts need two persons. */
    record SamePerson(String person, boolean author) implements Refusal {}

    /** The text has errors in this office. */
    record Invalid(List<Finding> errors) implements Refusal {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Warnings that were not acknowledged. */
    record NotAcknowledged(List<String> rules) implements Refusal {
        public NotAcknowledged {
            rules = List.copyOf(rules);
        }
    }

    record NotReviewed(String version) implements Refusal {}

    record AlreadyReviewed(String version, String by, Instant at) implements Refusal {}

    /** Somebody was faster. */
    record AlreadyPublished(String version, String by, Instant at) implements Refusal {}

    /**
     * Another version came into force since this one was looked at.
     *
     * @param review it is the leader's review that is too old, not what this person saw
     */
    record LookAgain(String version, String against, String current, boolean review) implements Refusal {}

    /** There is nothing to return: nobody waits for a decision about it. */
    record NothingToReturn(String version) implements Refusal {}

    /** There is nothing to withdraw. */
    record NothingToWithdraw(String version) implements Refusal {}

    record ReasonMissing(String version) implements Refusal {}
}
