package tw.xuhang.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.Book.Decided;
import tw.xuhang.evidence.Book.Page;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.outage.OutageHistory.Outage;

/**
 * Keeps the clocks of lines and services. Each act may be repeated or come from two nodes at once: an
 * outage begins once, ends once and crosses each threshold once. Thread-safe.
 */
public final class Outages {

    public static final String KIND = "outage";

    private final Book<OutageEntry, OutageHistory> book;
    private final OutageIndex index;
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final Map<String, ServiceWatch> watches = new ConcurrentHashMap<>();

    public Outages(
            Journal journal,
            EntryCodec<OutageEntry> codec,
            OutageIndex index,
            Supplier<Directory> directory,
            InstantSource clock) {
        this.index = index;
        this.book = new Book<>(journal, KIND, codec, OutageHistory.BLANK, OutageHistory::fold);
        this.directory = directory;
        this.clock = clock;
    }

    /** What an act changed; for whoever has to act on it. */
    public sealed interface Noted {
        record Nothing() implements Noted {}

        record Began(Outage outage) implements Noted {}

        record Ended(Outage outage) implements Noted {}
    }

    /**
     * One look at a service from where people need it. Its own confirm turns looks into an outage.
     *
     * @param at when it was looked
     * @param evidence what was seen, one line
     */
    public Noted serviceLooked(String service, boolean answered, Instant at, String evidence) {
        Optional<CatalogueService> known = directory.get().service(service);
        if (known.isEmpty()) {
            return new Noted.Nothing();
        }
        var confirm = known.get().look().confirm();
        var watch = watches.get(service);
        if (watch == null || !watch.confirm().equals(confirm)) {
            watch = ServiceWatch.over(confirm, ofService(service).running().isPresent());
        }
        var seen = watch.look(new ServiceWatch.Look(at, answered));
        Noted noted = seen.change()
                .map(change -> switch (change) {
                    case ServiceWatch.Change.WentAway away -> serviceDown(known.get(), away.since(), evidence);
                    case ServiceWatch.Change.CameBack back -> ended(serviceKey(service), back.at());
                })
                .orElse(new Noted.Nothing());
        // Only now: had the journal refused, the next look must come to the same verdict again.
        watches.put(service, seen.watch());
        return noted;
    }

    /** A service is away for certain, e.g. because a person says so. */
    public Noted serviceDown(CatalogueService service, Instant at, String evidence) {
        var limits = new Limits(service.declarationLimit(), service.rto(), service.mtpd());
        return began(serviceKey(service.key()), new OutageEntry.ServiceBegan(service.key(), at, evidence, limits));
    }

    public Noted serviceUp(String service, Instant at) {
        watches.remove(service);
        return ended(serviceKey(service), at);
    }

    public Noted lineDown(String uplink, Instant at, String evidence) {
        return began(lineKey(uplink), new OutageEntry.LineBegan(uplink, at, evidence));
    }

    public Noted lineUp(String uplink, Instant at) {
        return ended(lineKey(uplink), at);
    }

    /** The running outages that belong to no incident yet become part of this one. */
    public List<Outage> attach(String incident) {
        return attach(incident, keys());
    }

    /** The same for one service, where its outage is running and belongs to none. */
    public List<Outage> attachService(String incident, String service) {
        return attach(incident, Set.of(serviceKey(service)));
    }

    private List<Outage> attach(String incident, Set<String> keys) {
        var all = new ArrayList<Outage>();
        book.open(index.running(keys)).stream()
                .filter(page -> free(page.state()).isPresent())
                .forEach(page -> book.decide(page, incident, Actor.SYSTEM, history -> attached(history, incident))
                        .ifPresent(all::add));
        return all;
    }

    /** The same as part of a larger append, so that a case is opened with its outages or not at all. */
    public List<Journal.Addition> attachments(String incident) {
        return book.open(index.running(keys())).stream()
                .flatMap(page -> free(page.state()).stream()
                        .map(outage -> book.addition(
                                page, incident, List.of(new OutageEntry.Attached(incident, outage.since())))))
                .toList();
    }

    private static Optional<Outage> free(OutageHistory history) {
        return history.running().filter(outage -> outage.incident().isEmpty());
    }

    private static Decided<OutageEntry, Optional<Outage>> attached(OutageHistory history, String incident) {
        return free(history)
                .map(outage -> new Decided<OutageEntry, Optional<Outage>>(
                        List.of(new OutageEntry.Attached(incident, outage.since())), Optional.of(outage)))
                .orElseGet(() -> Decided.refused(Optional.empty()));
    }

    /** A threshold that was reached and had not been told. */
    public record Crossing(Outage outage, Threshold threshold, Instant at, boolean late) {}

    /** Records every threshold that has been reached, each once, also those passed while nobody looked (K2). */
    public List<Crossing> cross() {
        Instant now = clock.instant();
        var all = new ArrayList<Crossing>();
        for (Page<OutageHistory> page : book.open(index.running(serviceKeys()))) {
            if (!reached(page.state(), now).isEmpty()) {
                all.addAll(book.decide(page, incidentOf(page.state()), Actor.SYSTEM, history -> {
                    List<Crossing> crossings = reached(history, now);
                    return new Decided<>(facts(crossings), crossings);
                }));
            }
        }
        return all;
    }

    /** The next moment at which {@link #cross} has something to do; empty while everything is there. */
    public Optional<Instant> nextDue() {
        return runningServices().stream()
                .flatMap(outage ->
                        outage.clock().stream().flatMap(c -> c.reached(Instant.MAX, outage.crossed()).stream()))
                .map(OutageClock.Due::at)
                .min(Instant::compareTo);
    }

    public OutageHistory ofService(String service) {
        return book.open(serviceKey(service)).state();
    }

    public OutageHistory ofLine(String uplink) {
        return book.open(lineKey(uplink)).state();
    }

    /** Services that are away now, in the directory's order. */
    public List<Outage> runningServices() {
        return among(index.running(serviceKeys()), history -> history.running().stream());
    }

    /** Lines that are down now. */
    public List<Outage> runningLines() {
        return among(index.running(lineKeys()), history -> history.running().stream());
    }

    /** Every outage of a service that belongs to the incident, over or not. */
    public List<Outage> servicesOf(String incident) {
        return among(index.of(incident, serviceKeys()), history -> history.of(incident).stream());
    }

    public List<Outage> linesOf(String incident) {
        return among(index.of(incident, lineKeys()), history -> history.of(incident).stream());
    }

    private List<Outage> among(Set<String> keys, Function<OutageHistory, Stream<Outage>> some) {
        return book.open(keys).stream()
                .flatMap(page -> some.apply(page.state()))
                .toList();
    }

    /** How long each service was away in this incident, all its outages together. */
    public Map<String, Duration> timeAway(String incident) {
        Instant now = clock.instant();
        return servicesOf(incident).stream()
                .collect(Collectors.toMap(Outage::of, outage -> outage.lasting(now), Duration::plus, TreeMap::new));
    }

    private Noted began(String key, OutageEntry began) {
        return book.decide(
                key,
                "",
                Actor.SYSTEM,
                history -> history.running().isPresent()
                        ? Decided.refused(new Noted.Nothing())
                        : new Decided<OutageEntry, Noted>(List.of(began), begun(history, began)));
    }

    private static Noted begun(OutageHistory history, OutageEntry began) {
        var fact = new Book.Fact<>(began, Actor.SYSTEM, Instant.EPOCH, 0);
        return new Noted.Began(OutageHistory.fold(history, fact).running().orElseThrow());
    }

    /** What was reached before it ended was reached, even where nobody noticed in between. */
    private Noted ended(String key, Instant at) {
        Page<OutageHistory> page = book.open(key);
        return book.decide(
                page,
                incidentOf(page.state()),
                Actor.SYSTEM,
                history -> history.running()
                        .map(outage -> ending(history, at.isBefore(outage.since()) ? outage.since() : at))
                        .orElseGet(() -> Decided.refused(new Noted.Nothing())));
    }

    private Decided<OutageEntry, Noted> ending(OutageHistory history, Instant end) {
        var ended = new OutageEntry.Ended(end);
        var facts = new ArrayList<>(facts(reached(history, end)));
        facts.add(ended);
        var closed = OutageHistory.fold(history, new Book.Fact<>(ended, Actor.SYSTEM, end, 0));
        return new Decided<>(facts, new Noted.Ended(closed.over().getLast()));
    }

    private List<Crossing> reached(OutageHistory history, Instant until) {
        Instant noticed = clock.instant();
        var all = new ArrayList<Crossing>();
        history.running()
                .ifPresent(outage -> outage.clock()
                        .ifPresent(c -> c.reached(until, outage.crossed())
                                .forEach(due -> all.add(
                                        new Crossing(outage, due.threshold(), due.at(), due.lateAt(noticed))))));
        return all;
    }

    private static List<OutageEntry> facts(List<Crossing> crossings) {
        return crossings.stream()
                .<OutageEntry>map(c -> new OutageEntry.Crossed(c.threshold(), c.at(), c.late()))
                .toList();
    }

    private static String incidentOf(OutageHistory history) {
        return history.running().map(Outage::incident).orElse("");
    }

    private Set<String> keys() {
        Set<String> all = serviceKeys();
        all.addAll(lineKeys());
        return all;
    }

    /** In the directory's order. */
    private Set<String> serviceKeys() {
        return directory.get().services().stream()
                .map(service -> serviceKey(service.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> lineKeys() {
        return directory.get().uplinks().stream()
                .map(uplink -> lineKey(uplink.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String serviceKey(String service) {
        return "service." + service;
    }

    private static String lineKey(String uplink) {
        return "line." + uplink;
    }
}
