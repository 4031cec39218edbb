package tw.xuhang.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.Book.Decided;
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
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final Map<String, ServiceWatch> watches = new ConcurrentHashMap<>();

    public Outages(Journal journal, EntryCodec<OutageEntry> codec, Supplier<Directory> directory, InstantSource clock) {
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
        var all = new ArrayList<Outage>();
        for (String key : keys()) {
            decide(
                            key,
                            incident,
                            history -> history.running()
                                    .filter(outage -> outage.incident().isEmpty())
                                    .map(outage -> new Decided<OutageEntry, Optional<Outage>>(
                                            List.of(new OutageEntry.Attached(incident, outage.since())),
                                            Optional.of(outage)))
                                    .orElseGet(() -> Decided.refused(Optional.empty())))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** A threshold that was reached and had not been told. */
    public record Crossing(Outage outage, Threshold threshold, Instant at, boolean late) {}

    /** Records every threshold that has been reached, each once, also those passed while nobody looked (K2). */
    public List<Crossing> cross() {
        Instant now = clock.instant();
        var all = new ArrayList<Crossing>();
        for (CatalogueService service : directory.get().services()) {
            String key = serviceKey(service.key());
            if (!reached(book.open(key).state(), now).isEmpty()) {
                all.addAll(book.decide(key, incidentOf(key), Actor.SYSTEM, history -> {
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
        return directory.get().services().stream()
                .map(service -> ofService(service.key()))
                .flatMap(history -> history.running().stream())
                .toList();
    }

    /** Lines that are down now. */
    public List<Outage> runningLines() {
        return directory.get().uplinks().stream()
                .map(uplink -> ofLine(uplink.key()))
                .flatMap(history -> history.running().stream())
                .toList();
    }

    /** Every outage of a service that belongs to the incident, over or not. */
    public List<Outage> servicesOf(String incident) {
        return directory.get().services().stream()
                .flatMap(service -> ofService(service.key()).of(incident).stream())
                .toList();
    }

    public List<Outage> linesOf(String incident) {
        return directory.get().uplinks().stream()
                .flatMap(uplink -> ofLine(uplink.key()).of(incident).stream())
                .toList();
    }

    /** How long each service was away in this incident, all its outages together. */
    public Map<String, Duration> timeAway(String incident) {
        Instant now = clock.instant();
        return servicesOf(incident).stream()
                .collect(Collectors.toMap(Outage::of, outage -> outage.lasting(now), Duration::plus, TreeMap::new));
    }

    private Noted began(String key, OutageEntry began) {
        return decide(
                key,
                "",
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
        return decide(
                key,
                incidentOf(key),
                history -> history.running()
                        .map(outage -> {
                            Instant end = at.isBefore(outage.since()) ? outage.since() : at;
                            var facts = new ArrayList<>(facts(reached(history, end)));
                            facts.add(new OutageEntry.Ended(end));
                            var closed = OutageHistory.fold(
                                    history, new Book.Fact<>(new OutageEntry.Ended(end), Actor.SYSTEM, end, 0));
                            return new Decided<OutageEntry, Noted>(
                                    facts, new Noted.Ended(closed.over().getLast()));
                        })
                        .orElseGet(() -> Decided.refused(new Noted.Nothing())));
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

    private <R> R decide(String key, String incident, Function<OutageHistory, Decided<OutageEntry, R>> decision) {
        return book.decide(key, incident, Actor.SYSTEM, decision);
    }

    private String incidentOf(String key) {
        return book.open(key).state().running().map(Outage::incident).orElse("");
    }

    private List<String> keys() {
        var all = new ArrayList<String>();
        directory.get().services().stream()
                .map(CatalogueService::key)
                .map(Outages::serviceKey)
                .forEach(all::add);
        directory.get().uplinks().stream()
                .map(Uplink::key)
                .map(Outages::lineKey)
                .forEach(all::add);
        return all;
    }

    private static String serviceKey(String service) {
        return "service." + service;
    }

    private static String lineKey(String uplink) {
        return "line." + uplink;
    }
}
