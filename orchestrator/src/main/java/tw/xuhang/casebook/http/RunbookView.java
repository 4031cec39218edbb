package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.xuhang.publication.Catalogue;
import tw.xuhang.publication.Edition;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Text;

/**
 * A runbook with its versions.
 *
 * @param title null where no release can read it any more
 * @param inForce version in force, null for none
 * @param basis by what it came into force: {@code office}, {@code release}, {@code earlier} or {@code folder}
 * @param runsForReal whether a run for real may begin with it
 * @param pending version that waits for the leader or for the CISO
 * @param file what is wrong with its file in the folder
 * @param versions the newest first
 */
@Introspected
record RunbookView(
        String runbook,
        @Nullable Text title,
        @Nullable String inForce,
        @Nullable String basis,
        boolean runsForReal,
        @Nullable String pending,
        List<VersionView.Found> file,
        List<VersionView> versions) {

    /** All of them. */
    @Introspected
    record All(List<RunbookView> items, List<VersionView.Found> strangers) {}

    static RunbookView of(Catalogue catalogue, Catalogue.Title title) {
        return new RunbookView(
                title.key(),
                title.shown().map(Runbook::title).orElse(null),
                title.history().inForce().orElse(null),
                title.history().basis().map(Word::of).orElse(null),
                title.counts(),
                title.pending().map(Edition::version).orElse(null),
                catalogue.ofFile(title.key()).stream()
                        .map(VersionView.Found::of)
                        .toList(),
                title.history().newestFirst().stream()
                        .map(edition -> VersionView.of(title.history(), edition))
                        .toList());
    }
}
