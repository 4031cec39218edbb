package tw.xuhang.consent;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rules that every act on a request is held against, in this order: who may at all, whether it is
 * still open and its turn, what was seen, and last the persons. A new rule is a constant and a test.
 */
interface Rule extends Function<Deed, Optional<Refusal>> {

    Rule THE_REQUEST_EXISTS =
            deed -> when(deed.request().phase() == Phase.BLANK, () -> new Refusal.Unknown(deed.key()));

    Rule THE_PERSON_IS_ON_FILE =
            deed -> when(deed.directory().person(deed.person()).isEmpty(), () -> new Refusal.NotOnFile(deed.person()));

    Rule ROLE_OR_AUTHORISATION_COVERS_IT =
            deed -> when(deed.standing().isEmpty(), () -> new Refusal.NoAuthority(deed.person(), deed.duty()));

    Rule NOBODY_DECIDES_TWICE = deed -> deed.duty() == Duty.DECIDE
            ? deed.request()
                    .decision()
                    .map(d -> new Refusal.AlreadyDecided(
                            deed.key(), d.granted(), d.by(), !d.document().isEmpty(), d.at()))
            : Optional.empty();

    Rule IT_IS_NOT_WITHDRAWN =
            deed -> deed.request().withdrawal().map(w -> new Refusal.WasWithdrawn(deed.key(), w.reason(), w.at()));

    Rule NOBODY_REQUESTS_TWICE = deed -> deed.duty() == Duty.REQUEST
            ? deed.request().request().map(r -> new Refusal.AlreadyRequested(deed.key(), r.by(), r.at()))
            : Optional.empty();

    Rule NOBODY_DECLARES_TWICE = deed -> deed.duty() == Duty.DECLARE
            ? deed.request().declaration().map(d -> new Refusal.AlreadyDeclared(deed.key(), d.by(), d.at()))
            : Optional.empty();

    Rule NOTHING_IS_DECLARED_AGAINST_A_REFUSAL = deed -> deed.request()
            .decision()
            .filter(d -> !d.granted())
            .map(d -> new Refusal.WasRefused(deed.key(), d.by(), d.at()));

    Rule IT_IS_ITS_TURN = Rule::turn;

    Rule THE_GROUND_IS_ONE_OF_THE_ACT = deed -> deed.ground()
            .filter(ground -> !ground.isFor(deed.act()))
            .map(ground -> new Refusal.NoGround(deed.key(), ground));

    /** Before it, only the plan's own condition is a ground, and that needs a sentence (P-25). */
    Rule A_LIMIT_THAT_IS_THE_GROUND_IS_REACHED = deed -> when(
            deed.ground().equals(Optional.of(Ground.LIMIT_REACHED))
                    && deed.duty() == Duty.REQUEST
                    && !deed.request().basis().limitReached(deed.at()),
            () -> new Refusal.LimitNotReached(deed.key(), deed.at()));

    Rule WHAT_NEEDS_A_REASON_HAS_ONE = deed -> when(
            deed.words().isBlank()
                    && (deed.refusing()
                            || (deed.duty() == Duty.REQUEST
                                    && deed.ground().equals(Optional.of(Ground.PLAN_CONDITION)))),
            () -> new Refusal.ReasonMissing(deed.key()));

    Rule THE_FACTS_ARE_THOSE_THAT_WERE_SEEN = deed -> when(
            deed.version() != deed.request().version(),
            () -> new Refusal.LookAgain(
                    deed.key(), deed.version(), deed.request().version()));

    Rule NOBODY_CONSENTS_TO_THEIR_OWN_REQUEST = deed -> when(
            deed.duty() == Duty.DECIDE
                    && deed.request()
                            .request()
                            .filter(r -> r.by().equals(deed.person()))
                            .isPresent(),
            () -> new Refusal.SamePerson(deed.person(), Duty.REQUEST));

    Rule WHO_CONSENTED_DOES_NOT_DECLARE = deed -> when(
            deed.duty() == Duty.DECLARE
                    && deed.request()
                            .decision()
                            .filter(d -> d.by().equals(deed.person()))
                            .isPresent(),
            () -> new Refusal.SamePerson(deed.person(), Duty.DECIDE));

    List<Rule> ALL = List.of(
            THE_REQUEST_EXISTS,
            THE_PERSON_IS_ON_FILE,
            ROLE_OR_AUTHORISATION_COVERS_IT,
            IT_IS_NOT_WITHDRAWN,
            NOBODY_DECIDES_TWICE,
            NOBODY_REQUESTS_TWICE,
            NOBODY_DECLARES_TWICE,
            NOTHING_IS_DECLARED_AGAINST_A_REFUSAL,
            IT_IS_ITS_TURN,
            THE_GROUND_IS_ONE_OF_THE_ACT,
            WHAT_NEEDS_A_REASON_HAS_ONE,
            THE_FACTS_ARE_THOSE_THAT_WERE_SEEN,
            A_LIMIT_THAT_IS_THE_GROUND_IS_REACHED,
            NOBODY_CONSENTS_TO_THEIR_OWN_REQUEST,
            WHO_CONSENTED_DOES_NOT_DECLARE);

    /** The first rule that is broken, as the reason to refuse. */
    static Optional<Refusal> broken(Deed deed) {
        return ALL.stream().flatMap(rule -> rule.apply(deed).stream()).findFirst();
    }

    private static Optional<Refusal> turn(Deed deed) {
        if (deed.request().phase() == Phase.AWAITS_LIMIT && beforeTheLimit(deed)) {
            return Optional.empty();
        }
        Optional<Duty> awaited = deed.request().phase().duty();
        if (awaited.isEmpty()) {
            return Optional.of(new Refusal.NothingPrepared(deed.key()));
        }
        return when(
                awaited.get() != deed.duty(),
                () -> new Refusal.NotYet(deed.key(), deed.request().phase(), awaited.get()));
    }

    /** Where total loss is evident the leader need not wait for a clock (P-25). */
    private static boolean beforeTheLimit(Deed deed) {
        return deed.duty() == Duty.REQUEST && deed.ground().equals(Optional.of(Ground.PLAN_CONDITION));
    }

    private static Optional<Refusal> when(boolean broken, Supplier<Refusal> reason) {
        return broken ? Optional.of(reason.get()) : Optional.empty();
    }
}
