package tw.xuhang.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.language.Finding;

/**
 * Whether a deed may be done as a runbook stands, and the fact it becomes.
 *
 * @param findings what the rules say of the version in this office
 * @param leansOn its footing now
 */
record Judge(String version, Actor actor, Deed deed, List<Finding> findings, Map<String, String> leansOn) {

    PublicationEntry fact() {
        return switch (deed) {
            case Deed.Review(Deed.Said said) ->
                new PublicationEntry.Reviewed(version, said.against(), said.rules(), said.note());
            case Deed.Publish(Deed.Said said) ->
                new PublicationEntry.Published(version, said.against(), said.rules(), said.note(), leansOn);
            case Deed.GiveBack(String reason) -> new PublicationEntry.Returned(version, reason);
            case Deed.Withdraw(String reason) -> new PublicationEntry.Withdrawn(version, reason);
        };
    }

    Optional<Refusal> against(History history) {
        Edition edition = history.edition(version).orElseThrow();
        return switch (deed) {
            case Deed.Review(Deed.Said said) -> unreviewable(history, edition).or(() -> overlooked(history, said));
            case Deed.Publish(Deed.Said said) -> unpublishable(history, edition).or(() -> overlooked(history, said));
            case Deed.GiveBack(String reason) -> {
                boolean open = edition.reviewed().isPresent() || history.stage(edition) == Stage.DRAFT;
                yield open ? unreasoned(reason) : Optional.of(new Refusal.NothingToReturn(version));
            }
            case Deed.Withdraw(String reason) -> {
                boolean open = edition.wasInForce() && edition.withdrawn().isEmpty();
                yield open ? unreasoned(reason) : Optional.of(new Refusal.NothingToWithdraw(version));
            }
        };
    }

    private Optional<Refusal> unreviewable(History history, Edition edition) {
        if (isAuthor(edition)) {
            return Optional.of(new Refusal.SamePerson(actor.name(), true));
        }
        return edition.reviewed()
                .filter(_ -> edition.against().equals(inForce(history)))
                .map(before ->
                        new Refusal.AlreadyReviewed(version, before.actor().name(), before.at()));
    }

    private Optional<Refusal> unpublishable(History history, Edition edition) {
        Optional<Edition.Act> review = edition.reviewed();
        Optional<Edition.Act> published = edition.published();
        boolean again = published.isPresent() && history.stage(edition) == Stage.SUPERSEDED;
        if (review.isEmpty() && !again) {
            return Optional.of(published
                    .filter(_ -> history.isInForce(version))
                    .<Refusal>map(act ->
                            new Refusal.AlreadyPublished(version, act.actor().name(), act.at()))
                    .orElseGet(() -> new Refusal.NotReviewed(version)));
        }
        boolean reviewer =
                review.filter(act -> act.actor().name().equals(actor.name())).isPresent();
        if (isAuthor(edition) || reviewer) {
            return Optional.of(new Refusal.SamePerson(actor.name(), isAuthor(edition)));
        }
        return review.filter(_ -> !edition.against().equals(inForce(history)))
                .map(_ -> new Refusal.LookAgain(version, edition.against(), inForce(history), true));
    }

    private boolean isAuthor(Edition edition) {
        return edition.author().equals(Optional.of(actor.name()));
    }

    private Optional<Refusal> unreasoned(String reason) {
        return reason.isBlank() ? Optional.of(new Refusal.ReasonMissing(version)) : Optional.empty();
    }

    /** What the person cannot have seen. */
    private Optional<Refusal> overlooked(History history, Deed.Said said) {
        if (!said.against().equals(inForce(history))) {
            return Optional.of(new Refusal.LookAgain(version, said.against(), inForce(history), false));
        }
        List<Finding> errors = Publications.errors(findings);
        List<String> open = findings.stream()
                .map(finding -> finding.rule().id())
                .filter(rule -> !said.acknowledged().contains(rule))
                .distinct()
                .toList();
        return Stream.<Optional<Refusal>>of(
                        errors.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Invalid(errors)),
                        open.isEmpty() ? Optional.empty() : Optional.of(new Refusal.NotAcknowledged(open)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String inForce(History history) {
        return history.inForce().orElse("");
    }
}
