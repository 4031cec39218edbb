package tw.xuhang.consent;

import java.util.List;
import java.util.Optional;
import tw.xuhang.access.Action;
import tw.xuhang.access.Permissions;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;

/** What a decision by telephone is held against besides: two who heard it, a number on file, a code read back (C5). */
interface PhoneRule {

    Optional<Refusal> check(Deed deed, PhoneCall call);

    PhoneRule THE_SPEAKER_IS_THE_ONE_WHO_DECIDES = (deed, call) ->
            refusedIf(!call.speaker().equals(deed.person()), new Refusal.NoAuthority(deed.person(), Duty.DECIDE));

    PhoneRule THE_NUMBER_IS_ON_FILE = (deed, call) -> refusedIf(
            deed.directory()
                    .person(call.speaker())
                    .filter(p -> p.phones().contains(call.number()))
                    .isEmpty(),
            new Refusal.NumberNotOnFile(call.speaker()));

    PhoneRule THE_RECORDER_MAY_RECORD = (deed, call) -> refusedIf(
            !mayRecord(deed.directory(), call.recorder()) || call.recorder().equals(call.speaker()),
            new Refusal.NoAuthority(call.recorder(), Duty.DECIDE));

    /** Whoever asked for the consent cannot also be the one who heard it given. */
    PhoneRule THE_WITNESS_IS_ANOTHER_PERSON = (deed, call) -> refusedIf(
            !mayRecord(deed.directory(), call.witness())
                    || call.witness().equals(call.speaker())
                    || call.witness().equals(call.recorder())
                    || deed.request()
                            .request()
                            .filter(r -> r.by().equals(call.witness()))
                            .isPresent(),
            new Refusal.NoWitness(call.witness()));

    PhoneRule THE_CODE_READ_BACK_NAMES_THESE_FACTS = (deed, call) -> refusedIf(
            !call.readBack().equals(ReadBack.code(deed.key(), deed.request().version())), wrong(deed, call));

    List<PhoneRule> ALL = List.of(
            THE_SPEAKER_IS_THE_ONE_WHO_DECIDES,
            THE_NUMBER_IS_ON_FILE,
            THE_RECORDER_MAY_RECORD,
            THE_WITNESS_IS_ANOTHER_PERSON,
            THE_CODE_READ_BACK_NAMES_THESE_FACTS);

    static Optional<Refusal> broken(Deed deed, PhoneCall call) {
        return ALL.stream().flatMap(rule -> rule.check(deed, call).stream()).findFirst();
    }

    /** A code of older facts says which; any other code says nothing. */
    private static Refusal wrong(Deed deed, PhoneCall call) {
        int current = deed.request().version();
        for (int older = current - 1; older >= 1; older--) {
            if (ReadBack.code(deed.key(), older).equals(call.readBack())) {
                return new Refusal.LookAgain(deed.key(), older, current);
            }
        }
        return new Refusal.ReadBackWrong(deed.key());
    }

    private static boolean mayRecord(Directory directory, String account) {
        return directory
                .person(account)
                .map(Person::roles)
                .filter(roles -> Permissions.allow(roles, Action.RECORD_PHONE_CONSENT))
                .isPresent();
    }

    private static Optional<Refusal> refusedIf(boolean broken, Refusal reason) {
        return broken ? Optional.of(reason) : Optional.empty();
    }
}
