package tw.xuhang.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.publication.PublicationEntry.Admitted;
import tw.xuhang.publication.PublicationEntry.Origin;
import tw.xuhang.publication.PublicationEntry.Submitted;
import tw.xuhang.runbook.language.Finding;
import tw.xuhang.runbook.language.Library;

/** Looks at the files of the office, or at those shipped, and makes a draft of what is new. Files propose, people publish. */
public final class Proposals {

    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    private static final int PATIENCE = 20;

    private final Journal journal;
    private final Book<PublicationEntry, History> book;
    private final Texts texts;
    private final Files files;
    private final Set<String> shipped;
    private final Trust trust;
    private volatile Library latest = new Library(new TreeMap<>(), java.util.Map.of(), List.of());
    private volatile boolean begun;
    private volatile Optional<String> trouble = Optional.empty();

    /** Where runbooks lie. */
    @FunctionalInterface
    public interface Files {
        Library read() throws IOException;
    }

    /** @param shipped versions that came with this release */
    public Proposals(
            Journal journal,
            EntryCodec<PublicationEntry> codec,
            Texts texts,
            Files files,
            Set<String> shipped,
            Trust trust) {
        this.journal = journal;
        this.book = Publications.book(journal, codec);
        this.texts = texts;
        this.files = files;
        this.shipped = Set.copyOf(shipped);
        this.trust = trust;
    }

    /**
     * The first look of a service, where it has not been made yet: nothing begins with what the files say before it.
     *
     * @param blank whether no runbook has ever been seen here
     * @throws UncheckedIOException the files cannot be read and there is nothing else
     */
    public synchronized void begin(BooleanSupplier blank) {
        if (begun) {
            return;
        }
        boolean first = blank.getAsBoolean();
        look(true);
        if (first && trouble.isPresent()) {
            throw new UncheckedIOException(new IOException("the runbooks cannot be read: " + trouble.get()));
        }
        begun = true;
    }

    /** What cannot be read changes nothing. */
    public void look() {
        look(false);
    }

    /** The files as they were at the last look that could read them. */
    public Library latest() {
        return latest;
    }

    /** Why the last look could not read them. */
    public Optional<String> trouble() {
        return trouble;
    }

    private synchronized void look(boolean atStart) {
        try {
            Library seen = files.read();
            news(seen.findings()).forEach(finding -> LOG.warn("{}", finding));
            List<String> keys = List.copyOf(seen.runbooks().keySet());
            keys.forEach(key ->
                    texts.keep(seen.find(key).orElseThrow(), seen.source(key).orElseThrow()));
            offer(keys, seen, atStart);
            latest = seen;
            trouble = Optional.empty();
        } catch (IOException e) {
            LOG.warn("the runbooks cannot be read; what is in force stays so", e);
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private List<Finding> news(List<Finding> findings) {
        var unknown = new ArrayList<>(findings);
        unknown.removeAll(latest.findings());
        return unknown;
    }

    /** All in one append: there is no moment at which half of a library is known. */
    private void offer(List<String> keys, Library seen, boolean atStart) {
        for (int i = 0; i < PATIENCE; i++) {
            List<Journal.Addition> additions = book.open(keys).stream()
                    .map(page -> book.addition(page, "", facts(page.state(), version(page, seen), atStart)))
                    .filter(addition -> !addition.drafts().isEmpty())
                    .toList();
            if (additions.isEmpty() || journal.append(additions, Actor.SYSTEM) instanceof Appended.Done) {
                return;
            }
        }
        throw new IllegalStateException("the versions moved " + PATIENCE + " times in a row");
    }

    private static String version(Book.Page<History> page, Library seen) {
        return seen.find(page.stream().key()).orElseThrow().version();
    }

    private List<PublicationEntry> facts(History history, String version, boolean atStart) {
        var facts = new ArrayList<PublicationEntry>();
        if (history.edition(version).isEmpty()) {
            facts.add(new Submitted(version, shipped.contains(version) ? Origin.RELEASE : Origin.FOLDER));
        }
        basis(history, version, atStart)
                .filter(basis -> !history.isInForce(version)
                        || history.basis()
                                .filter(by -> by.compareTo(basis) >= 0)
                                .isEmpty())
                .ifPresent(basis -> facts.add(new Admitted(version, basis)));
        return facts;
    }

    /** By what it comes into force without anybody's publication; mostly by nothing. */
    private Optional<Basis> basis(History history, String version, boolean atStart) {
        Optional<Edition> known = history.edition(version);
        if (known.filter(edition -> edition.withdrawn().isPresent()).isPresent()) {
            return Optional.empty();
        }
        boolean fresh = known.isEmpty() || atStart || history.isInForce(version);
        if (shipped.contains(version) && fresh && !history.decidedByOffice()) {
            return Optional.of(Basis.RELEASE);
        }
        if (history.isBlank() && texts.isEarlier(version)) {
            return Optional.of(Basis.EARLIER);
        }
        return trust == Trust.FOLDER ? Optional.of(Basis.FOLDER) : Optional.empty();
    }
}
