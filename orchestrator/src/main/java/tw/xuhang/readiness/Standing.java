package tw.xuhang.readiness;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.evidence.Book.Fact;

/**
 * The last judgement about a runbook.
 *
 * @param since when it was made
 */
record Standing(Optional<ReadinessEntry.Judged> last, Instant since) {

    static final Standing BLANK = new Standing(Optional.empty(), Instant.EPOCH);

    static Standing fold(Standing standing, Fact<ReadinessEntry> fact) {
        return switch (fact.what()) {
            case ReadinessEntry.Judged judged -> new Standing(Optional.of(judged), fact.at());
        };
    }

    /** A judgement about another version says nothing about this one. */
    Optional<ReadinessEntry.Judged> of(String version) {
        return last.filter(judged -> judged.version().equals(version));
    }
}
