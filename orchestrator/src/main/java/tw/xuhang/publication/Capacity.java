package tw.xuhang.publication;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.access.Permissions;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.Actor;

/** In what capacity a person does something: as the one whose duty it is, or under an authorisation on file. */
final class Capacity {

    private Capacity() {}

    /** Empty where neither covers it; administrators have neither. */
    static Optional<Actor> of(Directory directory, String account, Duty duty, Instant at) {
        return directory.person(account).flatMap(person -> {
            if (Permissions.allow(person.roles(), duty.action())) {
                return Optional.of(Actor.person(account));
            }
            return directory
                    .authorisation(account, duty.role(), duty.authorised(), at)
                    .map(_ -> new Actor(Actor.Kind.PERSON, account, duty.role().key()));
        });
    }
}
