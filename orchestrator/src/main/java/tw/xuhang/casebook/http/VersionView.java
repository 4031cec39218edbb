package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.publication.Edition;
import tw.xuhang.publication.History;
import tw.xuhang.publication.LineDifference;

/**
 * One version of a runbook.
 *
 * @param version SHA-256 of its text, hexadecimal
 * @param stage {@code draft}, {@code returned}, {@code reviewed}, {@code in-force}, {@code superseded} or {@code withdrawn}
 * @param origin {@code release}, {@code folder} or {@code person}
 * @param reviewed a review that nobody has published upon yet
 */
@Introspected
record VersionView(
        String version,
        String stage,
        String origin,
        Act submitted,
        @Nullable Act reviewed,
        @Nullable Act returned,
        @Nullable Act published,
        @Nullable Act withdrawn) {

    /** @param deputyOf role that the person acted for, or empty */
    @Introspected
    record Act(String by, String deputyOf, Instant at, String note) {
        static Act of(Edition.Act act) {
            return new Act(act.actor().name(), act.actor().deputyOf(), act.at(), act.note());
        }
    }

    /**
     * Something that a rule has against a version in this office.
     *
     * @param level {@code error} or {@code warning}
     */
    @Introspected
    record Found(String level, String rule, int line, int column, String message) {
        static Found of(tw.xuhang.runbook.language.Finding finding) {
            return new Found(
                    Word.of(finding.level()), finding.rule().id(), finding.line(), finding.column(), finding.message());
        }
    }

    /**
     * A version with its text.
     *
     * @param against version in force, which it is compared with; name it with a review or a publication; empty for none
     * @param difference what a review looks at, as a unified difference
     */
    @Introspected
    record Whole(
            String runbook,
            VersionView version,
            String against,
            List<Found> findings,
            List<String> difference,
            String text) {}

    /** @param from empty: everything is new */
    @Introspected
    record Difference(String runbook, String from, String to, List<String> lines) {
        static Difference of(String runbook, String from, String to, List<LineDifference.Line> lines) {
            return new Difference(
                    runbook,
                    from,
                    to,
                    lines.stream().map(LineDifference.Line::toString).toList());
        }
    }

    static VersionView of(History history, Edition edition) {
        return new VersionView(
                edition.version(),
                Word.of(history.stage(edition)),
                Word.of(edition.origin()),
                Act.of(edition.submitted()),
                act(edition.reviewed()),
                act(edition.returned()),
                act(edition.published()),
                act(edition.withdrawn()));
    }

    private static @Nullable Act act(Optional<Edition.Act> act) {
        return act.map(Act::of).orElse(null);
    }
}
