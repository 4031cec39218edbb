package tw.xuhang.publication;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.publication.Standing.Standings;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Finding;
import tw.xuhang.runbook.language.Source;

/** All runbooks with their versions, for people to look at. */
public final class Catalogue {

    private final Standings standings;
    private final Publications publications;
    private final Texts texts;
    private final Proposals proposals;
    private final Trust trust;

    public Catalogue(Standings standings, Publications publications, Texts texts, Proposals proposals, Trust trust) {
        this.standings = standings;
        this.publications = publications;
        this.texts = texts;
        this.proposals = proposals;
        this.trust = trust;
    }

    /**
     * One runbook.
     *
     * @param shown the version in force, else the newest; empty where it cannot be read any more
     * @param counts whether a run for real may begin with what is in force
     */
    public record Title(String key, Optional<Runbook> shown, History history, boolean counts) {

        /** The newest version that waits for the leader or for the CISO. */
        public Optional<Edition> pending() {
            return history.newestFirst().stream()
                    .filter(edition -> edition.reviewed().isPresent() || history.stage(edition) == Stage.DRAFT)
                    .findFirst();
        }
    }

    /** By key. */
    public List<Title> all() {
        List<Standing> rows = standings.all();
        Map<String, History> histories =
                publications.of(rows.stream().map(Standing::runbook).toList());
        return rows.stream()
                .map(row -> title(row, histories.getOrDefault(row.runbook(), History.BLANK)))
                .toList();
    }

    public Optional<Title> of(String runbook) {
        return standings.of(runbook).map(row -> title(row, publications.of(runbook)));
    }

    private Title title(Standing row, History history) {
        return new Title(
                row.runbook(),
                texts.runbook(row.inForce().orElse(row.newest())),
                history,
                history.basis().filter(trust::counts).isPresent());
    }

    public Optional<Source> source(String version) {
        return texts.source(version);
    }

    /** What today's rules say of a version in this office. */
    public List<Finding> findings(String version) {
        return publications.findings(version);
    }

    /** @param from empty: everything is new */
    public List<LineDifference.Line> difference(String from, String to) {
        return LineDifference.of(text(from), text(to));
    }

    private String text(String version) {
        return texts.source(version).map(Source::text).orElse("");
    }

    /** What is wrong with the files of this runbook, as they were last read. */
    public List<Finding> ofFile(String runbook) {
        return proposals.latest().findings().stream()
                .filter(finding -> file(finding).equals(runbook + ".yaml"))
                .toList();
    }

    /** What is wrong with files that are none of these runbooks'. */
    public List<Finding> ofStrangers(Collection<Title> known) {
        Set<String> files = new HashSet<>();
        known.forEach(title -> files.add(title.key() + ".yaml"));
        return proposals.latest().findings().stream()
                .filter(finding -> !files.contains(file(finding)))
                .toList();
    }

    private static String file(Finding finding) {
        return finding.file().substring(finding.file().lastIndexOf('/') + 1);
    }

    /** The version whose name begins like this; empty where none or several do. */
    public static Optional<Edition> named(History history, String beginning) {
        List<Edition> found = history.newestFirst().stream()
                .filter(edition -> edition.version().startsWith(beginning))
                .toList();
        return found.size() == 1
                        && beginning.length()
                                >= RefusalText.brief(found.getFirst().version()).length()
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }
}
