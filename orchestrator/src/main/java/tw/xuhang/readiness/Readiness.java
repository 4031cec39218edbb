package tw.xuhang.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.doctor.Finding;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.runbook.Runbook;

/** Looks at every runbook in every aspect, and remembers in the journal what changed. Thread-safe. */
public final class Readiness {

    public static final String KIND = "readiness";

    private final Book<ReadinessEntry, Standing> book;
    private final Supplier<List<Runbook>> library;
    private final List<Aspect> aspects;
    private final Runnable first;

    public Readiness(
            Journal journal, EntryCodec<ReadinessEntry> codec, Supplier<List<Runbook>> library, List<Aspect> aspects) {
        this(journal, codec, library, aspects, () -> {});
    }

    /** @param first done before each look, e.g. a look at the files */
    public Readiness(
            Journal journal,
            EntryCodec<ReadinessEntry> codec,
            Supplier<List<Runbook>> library,
            List<Aspect> aspects,
            Runnable first) {
        this.book = new Book<>(journal, KIND, codec, Standing.BLANK, Standing::fold);
        this.library = library;
        this.aspects = List.copyOf(aspects);
        this.first = first;
    }

    /** As it was found last, in the order of the library; nothing is looked at. */
    public List<Report> latest() {
        return library.get().stream().map(this::latest).toList();
    }

    /** Looks now. One look at a time: two would ask every machine twice. */
    public synchronized List<Report> examine() throws InterruptedException {
        first.run();
        var reports = new ArrayList<Report>();
        for (Runbook runbook : library.get()) {
            remember(runbook, look(runbook));
            reports.add(latest(runbook));
        }
        return reports;
    }

    private List<Finding> look(Runbook runbook) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (Aspect aspect : aspects) {
            findings.addAll(aspect.look(runbook));
        }
        return findings;
    }

    private void remember(Runbook runbook, List<Finding> findings) {
        var judged = new ReadinessEntry.Judged(runbook.version(), Report.worst(findings), findings);
        book.decide(
                runbook.key(),
                "",
                Actor.SYSTEM,
                standing -> standing.last().equals(Optional.of(judged))
                        ? Book.Decided.refused(false)
                        : new Book.Decided<>(List.of(judged), true));
    }

    private Report latest(Runbook runbook) {
        Standing standing = book.open(runbook.key()).state();
        return new Report(
                runbook,
                standing.of(runbook.version())
                        .map(ReadinessEntry.Judged::findings)
                        .orElse(List.of()),
                standing.of(runbook.version()).map(_ -> standing.since()));
    }
}
