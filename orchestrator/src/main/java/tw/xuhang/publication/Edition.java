package tw.xuhang.publication;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.evidence.Actor;
import tw.xuhang.publication.PublicationEntry.Origin;

/**
 * One version and what was done about it.
 *
 * @param reviewed a review that nobody has published upon yet
 * @param against version that the review compared it with
 * @param published the last publication by the office
 * @param admitted by what it came into force without one, the last time that it did
 * @param footing what it leaned on when it was published
 */
public record Edition(
        String version,
        Origin origin,
        Act submitted,
        Optional<Act> reviewed,
        String against,
        Optional<Act> returned,
        Optional<Act> published,
        Optional<Act> withdrawn,
        Optional<Basis> admitted,
        Map<String, String> footing) {

    /** Who did something, when, and what was said with it. */
    public record Act(Actor actor, Instant at, String note) {}

    static Edition draft(String version, Origin origin, Act submitted) {
        return new Edition(
                version,
                origin,
                submitted,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** Whether it was ever right to run it for real. */
    public boolean wasInForce() {
        return admitted.isPresent() || published.isPresent();
    }

    /** The person who submitted it, where it was one. */
    public Optional<String> author() {
        return submitted.actor().kind() == Actor.Kind.PERSON
                ? Optional.of(submitted.actor().name())
                : Optional.empty();
    }

    Edition reviewed(Act act, String compared) {
        return new Edition(
                version,
                origin,
                submitted,
                Optional.of(act),
                compared,
                Optional.empty(),
                published,
                withdrawn,
                admitted,
                footing);
    }

    Edition returned(Act act) {
        return new Edition(
                version,
                origin,
                submitted,
                Optional.empty(),
                "",
                Optional.of(act),
                published,
                withdrawn,
                admitted,
                footing);
    }

    Edition published(Act act, Map<String, String> leansOn) {
        return new Edition(
                version,
                origin,
                submitted,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.of(act),
                Optional.empty(),
                admitted,
                leansOn);
    }

    Edition admitted(Basis by) {
        return new Edition(
                version,
                origin,
                submitted,
                reviewed,
                against,
                returned,
                published,
                Optional.empty(),
                Optional.of(by),
                footing);
    }

    Edition withdrawn(Act act) {
        return new Edition(
                version,
                origin,
                submitted,
                Optional.empty(),
                "",
                returned,
                published,
                Optional.of(act),
                admitted,
                footing);
    }
}
