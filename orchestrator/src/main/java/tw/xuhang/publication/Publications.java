package tw.xuhang.publication;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Does it, where nothing stands against it. */
    public Answer act(String runbook, String version, String by, Deed deed) {
        Optional<Judge> judge = judge(runbook, version, by, deed);
        if (judge.isEmpty()) {
            return new Answer.Declined(unable(runbook, version, by, duty(deed, by)));
        }
        return book.decide(runbook, "", judge.get().actor(), history -> {
            Optional<Refusal> refusal = judge.get().against(history);
            return refusal.isPresent()
                    ? declined(refusal.get())
                    : recorded(runbook, history, judge.get().fact(), judge.get().actor());
        });
    }

    /** What stands against it now; asked before a code of the second factor is used up for it. */
    public Optional<Refusal> obstacle(String runbook, String version, String by, Deed deed) {
        return judge(runbook, version, by, deed)
                .map(judge -> judge.against(of(runbook)))
                .orElseGet(() -> Optional.of(unable(runbook, version, by, duty(deed, by))));
    }

    /** Empty where {@link #unable} says why. */
    private Optional<Judge> judge(String runbook, String version, String by, Deed deed) {
        if (of(runbook).edition(version).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> leansOn = deed instanceof Deed.Publish
                ? texts.runbook(version).map(footing).orElse(Map.of())
                : Map.of();
        return Capacity.of(directory.get(), by, duty(deed, by), clock.instant())
                .map(actor -> new Judge(version, actor, deed, findings(version), leansOn));
    }

    private Refusal unable(String runbook, String version, String by, Duty duty) {
        if (of(runbook).edition(version).isEmpty()) {
            return new Refusal.Unknown(runbook, version);
        }
        return directory.get().person(by).isEmpty() ? new Refusal.NotOnFile(by) : new Refusal.NoAuthority(by, duty);
    }

    private Duty duty(Deed deed, String by) {
        return switch (deed) {
            case Deed.Review _ -> Duty.REVIEW;
            case Deed.Publish _, Deed.Withdraw _ -> Duty.PUBLISH;
            case Deed.GiveBack _ ->
                Capacity.of(directory.get(), by, Duty.REVIEW, clock.instant()).isPresent() ? Duty.REVIEW : Duty.PUBLISH;
        };
    }

    static List<Finding> errors(List<Finding> findings) {
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
