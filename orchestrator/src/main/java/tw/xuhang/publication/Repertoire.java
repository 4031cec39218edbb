package tw.xuhang.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.publication.Standing.Standings;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;

/** Which version of a runbook a run of a mode may begin with (P-30). Read anew each time: a publication counts at once. */
public final class Repertoire {

    private final Standings standings;
    private final Texts texts;
    private final Function<String, History> histories;
    private final Trust trust;
    private final Runnable begun;

    /** @param begun done before each look: the files have been seen once before anything begins with what they say */
    public Repertoire(
            Standings standings, Texts texts, Function<String, History> histories, Trust trust, Runnable begun) {
        this.standings = standings;
        this.texts = texts;
        this.histories = histories;
        this.trust = trust;
        this.begun = begun;
    }

    /** What a service begins with; a failure is no harm, it is done before the first look then. */
    public void begin() {
        begun.run();
    }

    /** What became of a wish for a version. */
    public sealed interface Choice {
        record Taken(Runbook runbook) implements Choice {}

        record UnknownRunbook(String runbook) implements Choice {}

        record UnknownVersion(String runbook, String version) implements Choice {}

        /** It may run in a drill or a simulation only. */
        record NotPublished(String runbook, String version) implements Choice {}

        /** The CISO took it back. */
        record Withdrawn(String runbook, String version) implements Choice {}
    }

    /** Every runbook that a run of this mode may begin with, in its usual version, by key. */
    public List<Runbook> all(Mode mode) {
        begin();
        return standings.all().stream()
                .flatMap(standing -> usual(standing, mode).stream())
                .flatMap(version -> texts.runbook(version).stream())
                .toList();
    }

    /** The usual version: for real what is in force; else, where nothing is, the newest. */
    public Optional<Runbook> find(String runbook, Mode mode) {
        begin();
        return standings.of(runbook).flatMap(standing -> usual(standing, mode)).flatMap(texts::runbook);
    }

    /**
     * A version by name.
     *
     * @param version SHA-256 of its text, or how that begins; empty: the usual one
     */
    public Choice choose(String runbook, Mode mode, String version) {
        begin();
        Optional<Standing> standing = standings.of(runbook);
        if (standing.isEmpty()) {
            return new Choice.UnknownRunbook(runbook);
        }
        String wanted = version.isEmpty()
                ? usual(standing.get(), mode).orElse("")
                : Catalogue.named(histories.apply(runbook), version)
                        .map(Edition::version)
                        .orElse(version);
        if (wanted.isEmpty()) {
            return new Choice.NotPublished(runbook, standing.get().newest());
        }
        Optional<Runbook> text =
                texts.runbook(wanted).filter(known -> known.key().equals(runbook));
        if (text.isEmpty()) {
            return new Choice.UnknownVersion(runbook, wanted);
        }
        return mode != Mode.LIVE || version.isEmpty() ? new Choice.Taken(text.get()) : forReal(text.get());
    }

    /** A version that was in force once may be run again, to repeat a run as it was (R5). */
    private Choice forReal(Runbook text) {
        History history = histories.apply(text.key());
        Optional<Edition> edition = history.edition(text.version());
        if (edition.filter(one -> one.withdrawn().isPresent()).isPresent()) {
            return new Choice.Withdrawn(text.key(), text.version());
        }
        boolean counts = edition.filter(one -> one.published().isPresent()
                        || one.admitted().filter(trust::counts).isPresent())
                .isPresent();
        return counts ? new Choice.Taken(text) : new Choice.NotPublished(text.key(), text.version());
    }

    private Optional<String> usual(Standing standing, Mode mode) {
        return mode == Mode.LIVE
                ? standing.basis().filter(trust::counts).flatMap(_ -> standing.inForce())
                : standing.inForce().or(() -> Optional.of(standing.newest()));
    }
}
