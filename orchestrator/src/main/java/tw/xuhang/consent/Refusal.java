package tw.xuhang.consent;

import java.time.Instant;

/** Why an act on a request was not taken. Values, so that page, terminal and API can each say it in their way. */
public sealed interface Refusal {

    /** There is no such request. */
    record Unknown(String request) implements Refusal {}

    /** This account is not in the directory. */
    record NotOnFile(String person) implements Refusal {}

    /** Neither the role nor an authorisation on file covers it; administrators have neither (C1). */
    record NoAuthority(String person, Duty duty) implements Refusal {}

    /** The other act on this request was this person's: two acts need two persons, not two roles (C1). */
    record SamePerson(String person, Duty other) implements Refusal {}

    /** Not its turn, e.g. a declaration before the consent. */
    record NotYet(String request, Phase phase, Duty awaited) implements Refusal {}

    /** Nothing is prepared: no service has reached its limit. */
    record NothingPrepared(String request) implements Refusal {}

    /** Another request of the case waits for somebody: it comes first. */
    record StillOpen(String request) implements Refusal {}

    record AlreadyRequested(String request, String by, Instant at) implements Refusal {}

    /** Somebody was faster (C4). */
    record AlreadyDecided(String request, boolean granted, String by, boolean deputy, Instant at) implements Refusal {}

    record AlreadyDeclared(String request, String by, Instant at) implements Refusal {}

    /** The CISO said no: there is nothing to declare. */
    record WasRefused(String request, String by, Instant at) implements Refusal {}

    record WasWithdrawn(String request, ConsentEntry.Withdrawn.Reason reason, Instant at) implements Refusal {}

    /** The facts changed after this person saw them (C2). */
    record LookAgain(String request, int seen, int current) implements Refusal {}

    /** No service has been away for its limit; before it, only the plan's own condition is a ground. */
    record LimitNotReached(String request, Instant at) implements Refusal {}

    /** A ground of the other act. */
    record NoGround(String request, Ground ground) implements Refusal {}

    /** A refusal and a declaration before the limit need a sentence that says why. */
    record ReasonMissing(String request) implements Refusal {}

    /** The number dialled is not one that the directory has for the speaker (C5). */
    record NumberNotOnFile(String speaker) implements Refusal {}

    /** The witness is not a second pair of ears. */
    record NoWitness(String witness) implements Refusal {}

    /** What was read back names another request. */
    record ReadBackWrong(String request) implements Refusal {}

    /** Nothing was spoken, or it is confirmed already. */
    record NothingToRatify(String request) implements Refusal {}
}
