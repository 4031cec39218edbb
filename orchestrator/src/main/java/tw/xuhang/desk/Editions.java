package tw.xuhang.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book.Fact;
import tw.xuhang.publication.Basis;
import tw.xuhang.publication.Catalogue;
import tw.xuhang.publication.Deed;
import tw.xuhang.publication.Edition;
import tw.xuhang.publication.History;
import tw.xuhang.publication.LineDifference;
import tw.xuhang.publication.PublicationEntry;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.Refusal;
import tw.xuhang.publication.RefusalText;
import tw.xuhang.publication.Stage;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Finding;
import tw.xuhang.runbook.language.Level;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.Event;
import tw.xuhang.web.view.RunbookView;
import tw.xuhang.web.view.RunbooksView;
import tw.xuhang.web.view.Status;

/** Says to people which versions of a runbook there are, and what waits for whom (P-30). */
public final class Editions {

    private final Look look;
    private final Catalogue catalogue;
    private final Publications publications;

    public Editions(Look look, Catalogue catalogue, Publications publications) {
        this.look = look;
        this.catalogue = catalogue;
        this.publications = publications;
    }

    public RunbooksView all() {
        List<Catalogue.Title> titles = catalogue.all();
        return new RunbooksView(
                titles.stream().map(this::row).toList(),
                catalogue.ofStrangers(titles).stream().map(Finding::toString).toList());
    }

    public String title(Catalogue.Title title) {
        return title.shown().map(Runbook::title).map(look::say).orElse(title.key());
    }

    private RunbooksView.Row row(Catalogue.Title title) {
        return new RunbooksView.Row(
                title.key(),
                title(title),
                state(title),
                current(title.history()),
                title.pending()
                        .map(edition -> look.get(
                                edition.reviewed().isPresent() ? "version.awaits.ciso" : "version.awaits.leader",
                                RefusalText.brief(edition.version())))
                        .orElse(""),
                catalogue.ofFile(title.key()).stream()
                        .filter(found -> found.level() == Level.ERROR)
                        .map(Finding::toString)
                        .findFirst()
                        .orElse(""));
    }

    private Badge state(Catalogue.Title title) {
        if (!title.counts()) {
            return new Badge(Status.FAILED, look.get("version.none"));
        }
        Basis basis = title.history().basis().orElseThrow();
        return new Badge(basis == Basis.OFFICE ? Status.DONE : Status.WAITING, look.word("version.basis", basis));
    }

    private String current(History history) {
        return history.current()
                .map(edition -> edition.published()
                        .filter(_ -> history.basis().equals(Optional.of(Basis.OFFICE)))
                        .map(act -> look.get(
                                "version.current.published",
                                RefusalText.brief(edition.version()),
                                look.person(act.actor().name()),
                                look.words().full(act.at())))
                        .orElseGet(() -> look.get("version.current", RefusalText.brief(edition.version()))))
                .orElseGet(() -> look.get("version.current.none"));
    }

    /** The version that is asked for, else the one that waits for somebody, else the one in force. */
    public Edition chosen(Catalogue.Title title, String wanted) {
        History history = title.history();
        return Catalogue.named(history, wanted)
                .or(title::pending)
                .or(history::current)
                .orElseGet(() -> history.newestFirst().getFirst());
    }

    /**
     * @param from version to compare with; empty: the one in force
     * @param viewer account
     */
    public RunbookView page(Catalogue.Title title, Edition chosen, String from, String viewer, String trouble) {
        History history = title.history();
        String against = history.inForce().orElse("");
        String before = Catalogue.named(history, from).map(Edition::version).orElse(against);
        List<Finding> findings = catalogue.findings(chosen.version());
        return new RunbookView(
                title.key(),
                state(title),
                current(history),
                against,
                row(history, chosen),
                before,
                catalogue.difference(before, chosen.version()).stream()
                        .map(Editions::line)
                        .toList(),
                findings.stream().map(this::finding).toList(),
                acts(title.key(), history, chosen, findings, viewer),
                history.newestFirst().stream()
                        .map(edition -> row(history, edition))
                        .toList(),
                catalogue.ofFile(title.key()).stream().map(Finding::toString).toList(),
                catalogue.source(chosen.version()).map(Source::text).orElse(""),
                history.facts().reversed().stream().map(this::event).toList(),
                trouble);
    }

    private RunbookView.Row row(History history, Edition edition) {
        Stage stage = history.stage(edition);
        Status status = switch (stage) {
            case DRAFT -> Status.IDLE;
            case REVIEWED -> Status.WAITING;
            case IN_FORCE -> Status.DONE;
            case SUPERSEDED -> Status.SKIPPED;
            case RETURNED, WITHDRAWN -> Status.ABORTED;
        };
        Optional<Edition.Act> review = edition.reviewed();
        Edition.Act last = review.or(edition::withdrawn)
                .or(edition::returned)
                .or(edition::published)
                .orElse(edition.submitted());
        String did = review.isPresent()
                ? "reviewed"
                : edition.withdrawn().isPresent()
                        ? "withdrawn"
                        : edition.returned().isPresent()
                                ? "returned"
                                : edition.published().isPresent() ? "published" : "submitted";
        return new RunbookView.Row(
                edition.version(),
                RefusalText.brief(edition.version()),
                new Badge(status, look.word("version.stage", stage)),
                with(
                        look.get(
                                "version.did." + did,
                                person(last.actor()),
                                look.words().near(last.at(), look.now())),
                        last.note()));
    }

    private static RunbookView.Line line(LineDifference.Line line) {
        String css = line.kind().name().toLowerCase(Locale.ROOT);
        return line.kind() == LineDifference.Kind.GAP
                ? new RunbookView.Line(css, "", line.toString())
                : new RunbookView.Line(css, line.kind().sign(), line.text());
    }

    private RunbookView.Finding finding(Finding found) {
        boolean error = found.level() == Level.ERROR;
        return new RunbookView.Finding(
                new Badge(
                        error ? Status.FAILED : Status.WAITING, look.get(error ? "version.error" : "version.warning")),
                error,
                found.rule().id(),
                found.rule().says(),
                found.line(),
                found.message());
    }

    private RunbookView.Acts acts(String key, History history, Edition edition, List<Finding> findings, String viewer) {
        Set<String> rules = findings.stream().map(f -> f.rule().id()).collect(Collectors.toSet());
        var said = new Deed.Said(history.inForce().orElse(""), rules, ".");
        Optional<Refusal> review = obstacle(key, edition, viewer, new Deed.Review(said));
        Optional<Refusal> publish = obstacle(key, edition, viewer, new Deed.Publish(said));
        return new RunbookView.Acts(
                review.isEmpty(),
                obstacle(key, edition, viewer, new Deed.GiveBack(".")).isEmpty(),
                publish.isEmpty(),
                obstacle(key, edition, viewer, new Deed.Withdraw(".")).isEmpty(),
                review.isPresent() && publish.isPresent()
                        ? review.filter(Editions::worthSaying)
                                .or(() -> publish.filter(Editions::worthSaying))
                                .map(why -> look.say(new RefusalText(look.directory()).of(why)))
                                .orElse("")
                        : "");
    }

    private Optional<Refusal> obstacle(String key, Edition edition, String viewer, Deed deed) {
        return publications.obstacle(key, edition.version(), viewer, deed);
    }

    /** Whoever has the duty hears why it cannot be done; the others hear nothing. */
    private static boolean worthSaying(Refusal why) {
        return why instanceof Refusal.SamePerson || why instanceof Refusal.Invalid || why instanceof Refusal.LookAgain;
    }

    private Event event(Fact<PublicationEntry> fact) {
        String brief = RefusalText.brief(fact.what().version());
        String text = switch (fact.what()) {
            case PublicationEntry.Submitted s ->
                look.get("version.told.submitted." + s.origin().name(), brief);
            case PublicationEntry.Admitted a ->
                look.get("version.told.admitted." + a.basis().name(), brief);
            case PublicationEntry.Reviewed r -> with(look.get("version.told.reviewed", brief), r.note());
            case PublicationEntry.Returned r -> with(look.get("version.told.returned", brief), r.reason());
            case PublicationEntry.Published p -> with(look.get("version.told.published", brief), p.note());
            case PublicationEntry.Withdrawn w -> with(look.get("version.told.withdrawn", brief), w.reason());
        };
        Status status = switch (fact.what()) {
            case PublicationEntry.Submitted _ -> Status.IDLE;
            case PublicationEntry.Reviewed _ -> Status.WAITING;
            case PublicationEntry.Admitted _, PublicationEntry.Published _ -> Status.DONE;
            case PublicationEntry.Returned _, PublicationEntry.Withdrawn _ -> Status.ABORTED;
        };
        return new Event(
                fact.at(), status, text, person(fact.actor()), look.words().full(fact.at()));
    }

    private String person(Actor actor) {
        String name = actor.kind() == Actor.Kind.SYSTEM ? look.get("by.system") : look.person(actor.name());
        return actor.deputyOf().isEmpty() ? name : name + look.get("version.deputy", look.role(actor.deputyOf()));
    }

    private static String with(String text, String note) {
        return note.isEmpty() ? text : text + "：" + note;
    }
}
