package tw.xuhang.consent;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.access.Permissions;
import tw.xuhang.access.Role;
import tw.xuhang.directory.AuthorisedAct;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.Step.Consent.Act;

/**
 * In what capacity a person does something: as the one whose duty it is, or under an authorisation.
 *
 * @param document number of the authorisation, empty for the holder of the duty
 */
record Standing(String person, Duty duty, String document) {

    /** Empty where neither the role nor an authorisation on file covers it. */
    static Optional<Standing> of(Directory directory, String account, Duty duty, Act act, Instant at) {
        Optional<Person> person = directory.person(account);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (Permissions.allow(person.get().roles(), duty.action())) {
            return Optional.of(new Standing(account, duty, ""));
        }
        return directory
                .authorisation(account, duty.role(), authorised(duty, act), at)
                .map(deputy -> new Standing(account, duty, deputy.document()));
    }

    /** Whom the ladder of this duty can turn to; whoever made the request is not asked to decide on it. */
    static SilenceLadder.Available available(Directory directory, ConsentRequest request, Duty duty, Instant at) {
        String barred = duty == Duty.DECIDE
                ? request.request().map(ConsentRequest.Request::by).orElse("")
                : request.decision().map(ConsentRequest.Decision::by).orElse("");
        var holders = directory.people().stream()
                .filter(p -> Permissions.allow(p.roles(), duty.action()))
                .map(Person::account)
                .filter(account -> !account.equals(barred))
                .toList();
        var deputies = directory.deputies(duty.role(), authorised(duty, request.act()), at).stream()
                .filter(deputy -> !deputy.account().equals(barred))
                .filter(deputy -> !holders.contains(deputy.account()))
                .toList();
        return new SilenceLadder.Available(holders, deputies);
    }

    private static AuthorisedAct authorised(Duty duty, Act act) {
        return switch (duty) {
            case REQUEST, DECLARE -> AuthorisedAct.DECLARE;
            case DECIDE, RATIFY ->
                act == Act.DECLARE ? AuthorisedAct.CONSENT_TO_DECLARE : AuthorisedAct.CONSENT_TO_STAND_DOWN;
        };
    }

    Actor actor() {
        Role of = duty.role();
        return new Actor(Actor.Kind.PERSON, person, document.isEmpty() ? "" : of.key());
    }
}
