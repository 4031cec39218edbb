package tw.xuhang.consent;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.directory.Directory;
import tw.xuhang.runbook.Step.Consent.Act;

/**
 * Somebody is about to do something on a request as it stands.
 *
 * @param version of the facts that the person has seen
 * @param ground for a request or declaration
 * @param words the reason or note
 * @param refusing the decision is a refusal
 */
record Deed(
        ConsentRequest request,
        Directory directory,
        String person,
        Duty duty,
        int version,
        Optional<Ground> ground,
        String words,
        boolean refusing,
        Instant at) {

    Act act() {
        return request.act();
    }

    String key() {
        return request.key();
    }

    Optional<Standing> standing() {
        return Standing.of(directory, person, duty, act(), at);
    }
}
