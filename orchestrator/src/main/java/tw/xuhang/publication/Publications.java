package tw.xuhang.publication;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.Book.Decided;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.publication.PublicationEntry.Origin;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Finding;
import tw.xuhang.runbook.language.Level;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** What people do about versions (P-30). Two acts need two persons, and of two at once exactly one counts. */
public final class Publications {

    public static final String KIND = "runbook";

    private final Book<PublicationEntry, History> book;
    private final Texts texts;
    private final Supplier<Directory> directory;
    private final Supplier<Surroundings> around;
    private final Function<Runbook, Map<String, String>> footing;
    private final InstantSource clock;

    /**
     * @param around what there is in this office, for the checks
     * @param footing what a runbook leans on in this office → fingerprint
     */
    public Publications(
            Journal journal,
            EntryCodec<PublicationEntry> codec,
            Texts texts,
            Supplier<Directory> directory,
            Supplier<Surroundings> around,
            Function<Runbook, Map<String, String>> footing,
            InstantSource clock) {
        this.book = book(journal, codec);
        this.texts = texts;
        this.directory = directory;
        this.around = around;
        this.footing = footing;
        this.clock = clock;
    }

    static Book<PublicationEntry, History> book(Journal journal, EntryCodec<PublicationEntry> codec) {
        return new Book<>(journal, KIND, codec, History.BLANK, History::after);
    }

    /**
     * What is said with an act.
     *
     * @param against version that was in force when the person looked; empty for none
     * @param acknowledged rules whose warnings the person has seen
     */
    public record Said(String against, Set<String> acknowledged, String note) {
        public Said {
            acknowledged = Set.copyOf(acknowledged);
        }

        private List<String> rules() {
            return List.copyOf(new TreeSet<>(acknowledged));
        }
    }

    /** Blank for a runbook that there is not. */
    public History of(String runbook) {
        return book.open(runbook).state();
    }

    /** Of several, at one moment's cost. */
    public Map<String, History> of(Collection<String> runbooks) {
        var all = new LinkedHashMap<String, History>();
        book.open(runbooks).forEach(page -> all.put(page.stream().key(), page.state()));
        return all;
    }

    /** What today's rules say of a version in this office. */
    public List<Finding> findings(String version) {
        return texts.source(version)
                .map(source -> Library.check(source, around.get()).findings())
                .orElse(List.of());
    }

    /** Makes a draft of a text. A text that is known already is that version still. */
    public Answer submit(Source file, Actor by) {
        Library.Checked checked = Library.check(file, Surroundings.unknown());
        if (checked.runbook().isEmpty()) {
            return new Answer.Declined(new Refusal.Invalid(errors(checked.findings())));
        }
        Runbook runbook = checked.runbook().get();
        String version = runbook.version();
        texts.keep(runbook, file);
        return book.decide(
                runbook.key(),
                "",
                by,
                history -> history.edition(version).isPresent()
                        ? Decided.refused(new Answer.Recorded(runbook.key(), version, history))
                        : recorded(runbook.key(), history, new PublicationEntry.Submitted(version, Origin.PERSON), by));
    }

    /** The leader has examined it. */
    public Answer review(String runbook, String version, String by, Said said) {
        List<Finding> found = findings(version);
        return act(runbook, version, by, Duty.REVIEW, (history, edition, actor) -> {
            if (edition.author().equals(Optional.of(by))) {
                return declined(new Refusal.SamePerson(by, true));
            }
            if (edition.reviewed().isPresent() && edition.against().equals(inForce(history))) {
                Edition.Act before = edition.reviewed().get();
                return declined(
                        new Refusal.AlreadyReviewed(version, before.actor().name(), before.at()));
            }
            return wrong(history, version, said, found, Duty.REVIEW)
                    .orElseGet(() -> recorded(
                            runbook,
                            history,
                            new PublicationEntry.Reviewed(version, said.against(), said.rules(), said.note()),
                            actor));
        });
    }

    /** The CISO puts it in force. */
    public Answer publish(String runbook, String version, String by, Said said) {
        List<Finding> found = findings(version);
        Map<String, String> leansOn = texts.runbook(version).map(footing).orElse(Map.of());
        return act(
                runbook,
                version,
                by,
                Duty.PUBLISH,
                (history, edition, actor) -> unpublishable(history, edition, by)
                        .or(() -> wrong(history, version, said, found, Duty.PUBLISH))
                        .orElseGet(() -> recorded(
                                runbook,
                                history,
                                new PublicationEntry.Published(
                                        version, said.against(), said.rules(), said.note(), leansOn),
                                actor)));
    }

    private static Optional<Decided<PublicationEntry, Answer>> unpublishable(
            History history, Edition edition, String by) {
        boolean again = history.stage(edition) == Stage.SUPERSEDED
                && edition.published().isPresent();
        Optional<Edition.Act> review = edition.reviewed();
        if (review.isEmpty() && !again) {
            return Optional.of(declined(
                    history.isInForce(edition.version()) && edition.published().isPresent()
                            ? published(edition)
                            : new Refusal.NotReviewed(edition.version())));
        }
        if (edition.author().equals(Optional.of(by))) {
            return Optional.of(declined(new Refusal.SamePerson(by, true)));
        }
        if (review.filter(act -> act.actor().name().equals(by)).isPresent()) {
            return Optional.of(declined(new Refusal.SamePerson(by, false)));
        }
        return review.isPresent() && !edition.against().equals(inForce(history))
                ? Optional.of(declined(
                        new Refusal.LookAgain(edition.version(), edition.against(), inForce(history), Duty.REVIEW)))
                : Optional.empty();
    }

    private static Refusal published(Edition edition) {
        Edition.Act act = edition.published().orElseThrow();
        return new Refusal.AlreadyPublished(edition.version(), act.actor().name(), act.at());
    }

    /** Sends it back to the team; the leader's and the CISO's. */
    public Answer giveBack(String runbook, String version, String by, String reason) {
        Duty duty =
                Capacity.of(directory.get(), by, Duty.REVIEW, clock.instant()).isPresent() ? Duty.REVIEW : Duty.PUBLISH;
        return act(runbook, version, by, duty, (history, edition, actor) -> {
            boolean open = edition.reviewed().isPresent() || history.stage(edition) == Stage.DRAFT;
            if (!open) {
                return declined(new Refusal.NothingToReturn(version));
            }
            return reason.isBlank()
                    ? declined(new Refusal.ReasonMissing(version))
                    : recorded(runbook, history, new PublicationEntry.Returned(version, reason), actor);
        });
    }

    /** The CISO takes it back: nothing for real begins with it any more. */
    public Answer withdraw(String runbook, String version, String by, String reason) {
        return act(runbook, version, by, Duty.PUBLISH, (history, edition, actor) -> {
            if (!edition.wasInForce() || edition.withdrawn().isPresent()) {
                return declined(new Refusal.NothingToWithdraw(version));
            }
            return reason.isBlank()
                    ? declined(new Refusal.ReasonMissing(version))
                    : recorded(runbook, history, new PublicationEntry.Withdrawn(version, reason), actor);
        });
    }

    private interface Act {
        Decided<PublicationEntry, Answer> by(History history, Edition edition, Actor actor);
    }

    private Answer act(String runbook, String version, String by, Duty duty, Act act) {
        Directory office = directory.get();
        if (of(runbook).edition(version).isEmpty()) {
            return new Answer.Declined(new Refusal.Unknown(runbook, version));
        }
        if (office.person(by).isEmpty()) {
            return new Answer.Declined(new Refusal.NotOnFile(by));
        }
        Optional<Actor> actor = Capacity.of(office, by, duty, clock.instant());
        if (actor.isEmpty()) {
            return new Answer.Declined(new Refusal.NoAuthority(by, duty));
        }
        return book.decide(
                runbook,
                "",
                actor.get(),
                history -> act.by(history, history.edition(version).orElseThrow(), actor.get()));
    }

    private static Optional<Decided<PublicationEntry, Answer>> wrong(
            History history, String version, Said said, List<Finding> found, Duty duty) {
        if (!said.against().equals(inForce(history))) {
            return Optional.of(declined(new Refusal.LookAgain(version, said.against(), inForce(history), duty)));
        }
        List<Finding> errors = errors(found);
        if (!errors.isEmpty()) {
            return Optional.of(declined(new Refusal.Invalid(errors)));
        }
        List<String> open = found.stream()
                .map(finding -> finding.rule().id())
                .filter(rule -> !said.acknowledged().contains(rule))
                .distinct()
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(declined(new Refusal.NotAcknowledged(open)));
    }

    private static String inForce(History history) {
        return history.inForce().orElse("");
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.level() == Level.ERROR).toList();
    }

    private static Decided<PublicationEntry, Answer> declined(Refusal why) {
        return Decided.refused(new Answer.Declined(why));
    }

    private Decided<PublicationEntry, Answer> recorded(
            String runbook, History history, PublicationEntry fact, Actor actor) {
        // Its place in the stream is not known before it is written, and nobody asks an answer for it.
        var next = History.after(history, new Book.Fact<>(fact, actor, clock.instant(), 0));
        return new Decided<>(List.of(fact), new Answer.Recorded(runbook, fact.version(), next));
    }
}
